import { z } from 'zod';
import { postFields } from './fields.ts';

/** Frontmatter of `answers/<id>.md`. */
export const answerSchema = z.strictObject(postFields);
export type AnswerFrontmatter = z.output<typeof answerSchema>;
