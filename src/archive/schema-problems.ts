import type { z } from 'zod';
import type { Diagnostic } from '../core/diagnostic.ts';
import { nearest } from '../core/nearest.ts';
import type { Frontmatter } from './frontmatter.ts';

/** Words that other platforms use for what is called otherwise here. */
const otherWords: Readonly<Record<string, string>> = {
  score: 'votes',
  points: 'votes',
  likes: 'votes',
  upvotes: 'votes',
  solution: 'accepted',
  acceptedanswer: 'accepted',
  category: 'tags',
  categories: 'tags',
  tag: 'tags',
  labels: 'tags',
  created: 'date',
  creationdate: 'date',
  published: 'date',
  updated: 'edited',
  modified: 'edited',
  language: 'lang',
  licence: 'license',
  replies: 'comments',
  user: 'author',
  by: 'author',
  subject: 'title',
  redirects: 'aliases',
  bio: 'the text below the frontmatter',
  description: 'the text below the frontmatter',
  body: 'the text below the frontmatter',
};

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
  return error.issues.flatMap((issue): Diagnostic[] => {
    const report = (
      rule: string,
      message: string,
      fix: string | undefined,
      place = frontmatter.placeOf(issue.path),
    ): Diagnostic => ({
      file,
      ...place,
      severity: 'error',
      rule,
      message,
      ...(fix === undefined ? {} : { fix }),
    });
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const meant = issue.path.length === 0 ? meantBy(key, known) : undefined;
        return report(
          'unknown-key',
          `the key ${JSON.stringify(key)} is not known${issue.path.length > 0 ? ` in ${pathText(issue.path)}` : ' here'}`,
          meant ? `it is ${meant} here` : `known are ${known.join(', ')}`,
          frontmatter.placeOfKey(issue.path, key),
        );
      });
    }
    if (issue.input === undefined && issue.code !== 'custom' && isMissing(frontmatter.data, issue.path)) {
      return [report('missing-key', `the key ${pathText(issue.path)} is missing`, `add it: ${exampleOf(issue.path)}`)];
    }
    const value = valueAt(frontmatter.data, issue.path);
    return [
      report(
        'invalid-value',
        `${pathText(issue.path)} ${plain(issue.message)}${shown(value)}`,
        fixFor(issue.path, value),
      ),
    ];
  });
}

function meantBy(key: string, known: readonly string[]): string | undefined {
  const word = otherWords[key.toLowerCase().replace(/[-_ ]/g, '')];
  if (word) return known.includes(word) || word.includes(' ') ? word : undefined;
  return nearest(key, known);
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the frontmatter';
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)),
    '',
  );
}

function plain(message: string): string {
  return message.startsWith('Invalid input: expected ')
    ? `must be ${message
        .slice('Invalid input: expected '.length)
        .replace(/, received.*$/, '')
        .replace('string', 'text')
        .replace('array', 'a list')
        .replace('object', 'a list of keys and values')}`
    : message.startsWith('must ') || message.startsWith('is ')
      ? message
      : `is not right: ${message}`;
}

function shown(value: unknown): string {
  if (value === undefined || (typeof value === 'object' && value !== null)) return '';
  const text = JSON.stringify(value);
  return `, not ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
}

function fixFor(path: readonly PropertyKey[], value: unknown): string | undefined {
  const key = path.findLast((part) => typeof part === 'string');
  if (typeof value !== 'string') return key === 'tags' && value !== undefined ? 'write tags: [one, two]' : undefined;
  if (key === 'author') return `write {name: ${JSON.stringify(value)}}, or a handle in lower case`;
  if (key === 'tags' || key === 'synonyms')
    return `write ${value
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-')}`;
  if ((key === 'accepted' || key === 'duplicateOf') && value.endsWith('.md'))
    return `write ${value.replace(/\.md$/, '')}`;
  if (key === 'votes' && /^[+-]?\d+$/.test(value)) return `write ${Number(value)} without quotes`;
  return undefined;
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

function isMissing(data: unknown, path: readonly PropertyKey[]): boolean {
  return path.length > 0 && valueAt(data, path) === undefined;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    data,
  );
}
