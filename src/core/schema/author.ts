import { z } from 'zod';
import { webUrl } from './fields.ts';

/** Frontmatter of `authors/<handle>.md`; the body is a short biography. */
export const authorSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  url: webUrl.optional(),
  /** Further pages of the author: `{title: Mastodon, url: https://…}`. */
  links: z.array(z.strictObject({ title: z.string().trim().min(1).max(100), url: webUrl })).default([]),
});
export type AuthorFrontmatter = z.output<typeof authorSchema>;
