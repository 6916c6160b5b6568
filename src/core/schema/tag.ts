import { z } from 'zod';
import { tagName } from '../ids.ts';

/** Frontmatter of `tags/<tag>.md`; the body is the tag's wiki. */
export const tagSchema = z.strictObject({
  /** How the tag is written in running text: `C#`, `Django`. */
  title: z.string().trim().min(1).max(100).optional(),
  /** One or two sentences for listings. */
  description: z.string().trim().min(1).max(1000).optional(),
  /** Other names; a question that uses one of them counts for this tag. */
  synonyms: z.array(tagName).default([]),
});
export type TagFrontmatter = z.output<typeof tagSchema>;
