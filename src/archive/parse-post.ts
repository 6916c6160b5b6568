import type { z } from 'zod';
import type { Diagnostic } from '../core/diagnostic.ts';
import { answerSchema, type AnswerFrontmatter } from '../core/schema/answer.ts';
import { authorSchema, type AuthorFrontmatter } from '../core/schema/author.ts';
import type { Limits } from '../core/schema/config.ts';
import { questionSchema, type QuestionFrontmatter } from '../core/schema/question.ts';
import { tagSchema, type TagFrontmatter } from '../core/schema/tag.ts';
import { splitFrontmatter, type Frontmatter } from './frontmatter.ts';
import { schemaProblems } from './schema-problems.ts';
import type { SourceFile } from './source-file.ts';

/** A file of the content, parsed: valid frontmatter, the body, and where things stand. */
export type Parsed<F> = Pick<Frontmatter, 'placeOf' | 'placeOfKey' | 'bodyLine'> & {
  file: string;
  frontmatter: F;
  body: string;
};

export type ParsedQuestion = Parsed<QuestionFrontmatter>;
export type ParsedAnswer = Parsed<AnswerFrontmatter>;

/** The one way from a file to a question; the validator and the site both go it. */
export function parseQuestion(source: SourceFile, limits: Limits): ParsedQuestion | Diagnostic[] {
  return parse(questionSchema, Object.keys(questionSchema.shape), source, limits);
}

/** As `parseQuestion`, for `answers/<id>.md`. */
export function parseAnswer(source: SourceFile, limits: Limits): ParsedAnswer | Diagnostic[] {
  return parse(answerSchema, Object.keys(answerSchema.shape), source, limits);
}

/** As `parseQuestion`, for `tags/<tag>.md`. */
export function parseTag(source: SourceFile, limits: Limits): Parsed<TagFrontmatter> | Diagnostic[] {
  return parse(tagSchema, Object.keys(tagSchema.shape), source, limits);
}

/** As `parseQuestion`, for `authors/<handle>.md`. */
export function parseAuthor(source: SourceFile, limits: Limits): Parsed<AuthorFrontmatter> | Diagnostic[] {
  return parse(authorSchema, Object.keys(authorSchema.shape), source, limits);
}

function parse<S extends z.ZodType>(
  schema: S,
  known: readonly string[],
  source: SourceFile,
  limits: Limits,
): Parsed<z.output<S>> | Diagnostic[] {
  const parts = splitFrontmatter(source, limits.frontmatterBytes);
  if (Array.isArray(parts)) return parts;
  const { data, body, bodyLine, placeOf, placeOfKey } = parts;
  const result = schema.safeParse(data);
  if (!result.success) return schemaProblems(result.error, source.file, parts, known);
  return { file: source.file, frontmatter: result.data, body, bodyLine, placeOf, placeOfKey };
}
