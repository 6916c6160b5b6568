import { z } from 'zod';
import { answerId, authorHandle, tagName, threadSlug } from '../ids.ts';
import { answerSchema } from './answer.ts';
import { authorSchema } from './author.ts';
import { questionSchema } from './question.ts';
import { tagSchema } from './tag.ts';

/** A path below the content folder, that leads neither out of it nor into a folder that tools keep to themselves. */
const contentPath = z
  .string()
  .min(1)
  .max(1000)
  .regex(
    /^(?!\/|[A-Za-z]:)(?!.*(?:^|\/)\.{0,2}(?:\/|$))(?!.*(?:^|\/)\.[gG][iI][tT](?:\/|$))[^\\\0]+$/,
    'must be the path of a file below the content folder, with / between folders',
  );

/** A file of the content, to the byte: `text` if it is UTF-8, else `base64`. */
const exportedFile = z.union([
  z.strictObject({ path: contentPath, text: z.string() }),
  z.strictObject({ path: contentPath, base64: z.base64() }),
]);
export type ExportedFile = z.output<typeof exportedFile>;

const files = z.array(exportedFile);
const body = z.string();

/**
 * A line of an export. Each holds what its files say (`question`, `answers`, …), for those who read it, and the files
 * themselves (`files`), from which an import makes the same folder tree byte for byte. What a file says is absent if the file
 * is not valid.
 */
export const exportedLine = z.discriminatedUnion('kind', [
  /** The first line. */
  z.strictObject({ kind: z.literal('archive'), format: z.literal('responsa'), version: z.literal(1) }),
  z.strictObject({
    kind: z.literal('thread'),
    /** Name of its folder; not a valid slug if the content is not valid. */
    slug: z.union([threadSlug, z.string()]),
    question: z.strictObject({ ...questionSchema.shape, body }).optional(),
    answers: z.array(z.strictObject({ id: answerId, ...answerSchema.shape, body })),
    files,
  }),
  z.strictObject({
    kind: z.literal('tag'),
    name: z.union([tagName, z.string()]),
    tag: z.strictObject({ ...tagSchema.shape, body }).optional(),
    files,
  }),
  z.strictObject({
    kind: z.literal('author'),
    handle: z.union([authorHandle, z.string()]),
    author: z.strictObject({ ...authorSchema.shape, body }).optional(),
    files,
  }),
  /** Any other file of the content folder, such as a page of the curators. */
  z.strictObject({ kind: z.literal('file'), files }),
]);
export type ExportedLine = z.output<typeof exportedLine>;
