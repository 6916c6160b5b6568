import { createApp } from 'astro/app/entrypoint';
import { site } from '../pages/_site.ts';

/** The compiled pages: `app.render(request)` gives the page for an address. Whole pages, no streaming: they go to files. */
export const app = createApp({ streaming: false });

/** The store that the pages read. */
export const archive = () => site().archive;
