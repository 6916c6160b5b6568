import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What zod found wrong with a value, as the end of a sentence that begins with the name of the value. */
export function issueText(issue: Issue, value: unknown): string {
  if (value === null) return 'has no value';
  // The schema's own words come first: they know more than the kind of the problem.
  if (/^(?:is|has) |^must not be empty/.test(issue.message)) return issue.message;
  if (issue.message.startsWith('must ')) return issue.message + shown(value);
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}${shown(value)}`;
    case 'too_big':
      return `must be at most ${Number(issue.maximum)}${units[issue.origin] ?? ''}${counted(value, issue.origin)}`;
    case 'too_small':
      return value === '' || (typeof value === 'string' && value.trim() === '')
        ? 'must not be empty'
        : `must be at least ${Number(issue.minimum)}${units[issue.origin] ?? ''}${counted(value, issue.origin)}`;
    default:
      return `is not right${shown(value)}`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'keys and values',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const units: Readonly<Record<string, string>> = { string: ' characters', array: ' items' };

function counted(value: unknown, origin: string): string {
  if (origin === 'string' && typeof value === 'string') return `, not ${value.length}`;
  if (origin === 'array' && Array.isArray(value)) return `, not ${value.length}`;
  return shown(value);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return ', not a list';
  if (typeof value === 'object' && value !== null) return ', not keys and values';
  if (value === undefined) return '';
  const text = JSON.stringify(value);
  return `, not ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
}
