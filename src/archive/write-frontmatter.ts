import { Document, isMap, isSeq, type Node } from 'yaml';
import type { AnswerFrontmatter } from '../core/schema/answer.ts';
import type { AuthorFrontmatter } from '../core/schema/author.ts';
import type { QuestionFrontmatter } from '../core/schema/question.ts';
import type { TagFrontmatter } from '../core/schema/tag.ts';
import { plainYaml } from './plain-yaml.ts';

/** The frontmatter of any file of the content; what is empty or at its default may be absent. */
export type AnyFrontmatter = Partial<QuestionFrontmatter & AnswerFrontmatter & TagFrontmatter & AuthorFrontmatter>;

/** The order of keys in a file: what a person reads first stands first. Comments are long, and so last. */
const order = [
  'title',
  'name',
  'description',
  'synonyms',
  'author',
  'votes',
  'date',
  'edited',
  'tags',
  'accepted',
  'status',
  'closedReason',
  'duplicateOf',
  'aliases',
  'lang',
  'url',
  'links',
  'license',
  'source',
  'counted',
  'comments',
] as const satisfies readonly (keyof AnyFrontmatter)[];
export const keyOrder: readonly string[] = order;

/** Keys whose values stand on one line: `tags: [django, careers]`. */
export const short: ReadonlySet<string> = new Set(['synonyms', 'author', 'tags', 'aliases', 'source', 'counted']);

/**
 * Writes a file of the content: frontmatter in YAML and the body below it. The same values give the same bytes. What the schema
 * takes for granted is not written: empty lists, `status: open`.
 */
export function toFile(frontmatter: AnyFrontmatter, body: string): string {
  const data: Record<string, unknown> = {};
  for (const key of order) {
    const value = frontmatter[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0) || (key === 'status' && value === 'open')) {
      continue;
    }
    data[key] = value;
  }
  const text = body.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return `---\n${plainYaml(data, short) ?? anyYaml(data)}---\n${text === '' ? '' : `${text}\n`}`;
}

/** Writes a mapping by the `yaml` package; `plainYaml` gives the same bytes for what it can write. */
export function anyYaml(data: Readonly<Record<string, unknown>>): string {
  const document = new Document(data, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      const key = String(pair.key);
      if (short.has(key)) onOneLine(pair.value as Node);
      else if (key === 'comments' && isSeq(pair.value)) {
        for (const comment of pair.value.items) if (isMap(comment)) onOneLine(comment.get('author', true));
      }
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function onOneLine(node: unknown): void {
  if (isMap(node) || isSeq(node)) node.flow = true;
}
