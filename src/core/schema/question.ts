import { z } from 'zod';
import { answerId, tagName, threadSlug } from '../ids.ts';
import { languageTag, postFields } from './fields.ts';

/** A URL path, below the site's root, that redirects to the thread: `old-slug` or `questions/123`. */
export const alias = z
  .string()
  .max(300)
  .regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\p{L}\p{N}][\p{L}\p{N}._~/-]*$/u, {
    error: 'must be an old slug or an old path of this site, such as old-slug or questions/123',
  })
  .refine((path) => path.split('/').every((part) => part.length <= 120), {
    error: 'must have at most 120 characters between two slashes',
  })
  // A redirect is a folder with a page in it: it cannot stand where the site writes a file.
  .refine((path) => !/(?:^|\/)index\.html(?:\/|$)|\.(?:md|json|xml|txt)(?:\/|$)/i.test(path), {
    error: 'must not be, or lie below, index.html or a file that ends with .md, .json, .xml or .txt',
  });

/** Frontmatter of `question.md`. */
export const questionSchema = z
  .strictObject({
    title: z.string().trim().min(1, 'must not be empty').max(300, 'must be at most 300 characters'),
    ...postFields,
    tags: z.array(tagName).max(30, 'must be at most 30 tags').default([]),
    /** The id of the answer that solved it, as the asker or a curator decided. */
    accepted: answerId.optional(),
    status: z.enum(['open', 'closed'], { error: 'must be open or closed' }).default('open'),
    /** Why it is closed, in one sentence. */
    closedReason: z.string().trim().min(1).max(300).optional(),
    /** The thread that this one asks again. */
    duplicateOf: threadSlug.optional(),
    aliases: z.array(alias).default([]),
    lang: languageTag.optional(),
  })
  .refine((question) => question.closedReason === undefined || question.status === 'closed', {
    path: ['closedReason'],
    error: 'is only for questions with status: closed',
  });
export type QuestionFrontmatter = z.output<typeof questionSchema>;
