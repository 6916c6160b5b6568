import { createApp } from 'astro/app/entrypoint';

/** The compiled pages: `app.render(request)` gives the page for an address. Whole pages, no streaming: they go to files. */
export const app = createApp({ streaming: false });
