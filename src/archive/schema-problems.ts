import type { z } from 'zod';
import type { Diagnostic, Place } from '../core/diagnostic.ts';
import { nearest } from '../core/nearest.ts';
import { comment, source } from '../core/schema/fields.ts';
import type { Frontmatter } from './frontmatter.ts';
import { issueText } from './issue-text.ts';
import { otherWords } from './other-words.ts';
import { valueAdvice } from './value-advice.ts';

/**
 * Turns what zod found wrong with a file's frontmatter into diagnostics at the line and column of the key or value.
 * @param known the keys that the schema knows at its top
 */
export function schemaProblems(
  error: z.ZodError,
  file: string,
  frontmatter: Frontmatter,
  known: readonly string[],
): Diagnostic[] {
  const make = (place: Place, rule: string, message: string, fix: string | undefined): Diagnostic => ({
    file,
    ...place,
    severity: 'error',
    rule,
    message,
    ...(fix === undefined ? {} : { fix }),
  });
  // A key that is missing since it is misspelt is one problem, not two.
  const meant = new Set<string>();
  const issues = error.issues.flatMap((issue) => inUnion(issue, valueAt(frontmatter.data, issue.path)));
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const expected = issue.path.length === 0 ? known : keysBelow(issue.path);
    return issue.keys.map((key) => {
      const guess = guessKey(key, expected);
      if (guess !== undefined) meant.add(pathText([...issue.path, guess]));
      const where = issue.path.length === 0 ? 'here' : `in ${pathText(issue.path)}`;
      return make(
        frontmatter.placeOfKey(issue.path, key),
        'unknown-key',
        `the key ${JSON.stringify(key)} is not known ${where}`,
        fixOfKey(key, guess, expected),
      );
    });
  });
  const others = issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return [];
    const { path } = issue;
    const place = frontmatter.placeOf(path);
    const value = valueAt(frontmatter.data, path);
    if (value === undefined && path.length > 0) {
      if (meant.has(pathText(path))) return [];
      return [make(place, 'missing-key', missing(path), `add it: ${exampleOf(path)}`)];
    }
    const message = `${pathText(path)} ${issueText(issue, value)}`;
    return [make(place, 'invalid-value', message, valueAdvice(path, value))];
  });
  return [...unknown, ...others];
}

/** What is wrong with keys and values where a text or keys and values may stand: the former, not the choice. */
function inUnion(issue: z.core.$ZodIssue, value: unknown): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || typeof value !== 'object' || value === null || Array.isArray(value))
    return [issue];
  const branch = issue.errors.find((errors) => !errors.some(({ path }) => path.length === 0) || hasUnknownKey(errors));
  return branch?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

function hasUnknownKey(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.some(({ code }) => code === 'unrecognized_keys');
}

function fixOfKey(key: string, guess: string | undefined, expected: readonly string[]): string {
  if (guess !== undefined)
    return guess.toLowerCase() === key.toLowerCase() ? `write ${guess}: case counts` : `write ${guess}`;
  if (/^(?:body|content|text|description|bio|about)$/i.test(key)) return 'write it as text below the frontmatter';
  return `known are ${expected.join(', ')}`;
}

function guessKey(key: string, expected: readonly string[]): string | undefined {
  const word = otherWords[key.toLowerCase().replace(/[-_ ]/g, '')];
  return word !== undefined && expected.includes(word) ? word : nearest(key, expected);
}

/** The keys that a value inside frontmatter may have. */
function keysBelow(path: readonly PropertyKey[]): string[] {
  const key = path.findLast((part) => typeof part === 'string');
  if (key === 'comments') return Object.keys(comment.shape);
  if (key === 'source') return Object.keys(source.shape);
  if (key === 'links') return ['title', 'url'];
  return ['name', 'url'];
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the frontmatter';
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text} (item ${part + 1})`;
    return text ? `${text}, ${String(part)}` : String(part);
  }, '');
}

/** `the key text is missing in comments (item 1)` */
function missing(path: readonly PropertyKey[]): string {
  const where = path.length > 1 ? ` in ${pathText(path.slice(0, -1))}` : '';
  return `the key ${String(path.at(-1))} is missing${where}`;
}

const examples: Readonly<Record<string, string>> = {
  title: 'title: What do you want to know?',
  author: 'author: your-handle, or author: anonymous',
  name: 'name: Ada Lovelace',
  text: 'text: "short Markdown"',
  site: 'site: the name of the site it is from',
};

function exampleOf(path: readonly PropertyKey[]): string {
  const key = String(path.at(-1));
  return examples[key] ?? `${key}: …`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    data,
  );
}
