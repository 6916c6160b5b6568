import { z } from 'zod';
import { authorHandle } from '../ids.ts';

const datePattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;

/** An ISO 8601 date (`2026-01-14`) or UTC date-time (`2026-01-14T09:30:00Z`), kept as text so that it sorts as text. */
export const isoDate = z
  .string({ error: 'must be a date such as 2026-01-14 or 2026-01-14T09:30:00Z' })
  .refine((text) => datePattern.test(text) && isOnCalendar(text), {
    error: 'must be a date on the calendar, such as 2026-01-14 or 2026-01-14T09:30:00Z',
  });

/** Net score of a post; may be negative; 0 if absent. */
export const votes = z.int({ error: 'must be a whole number' }).default(0);

/** An http or https URL. */
export const webUrl = z.url({ protocol: /^https?$/, error: 'must be a URL that begins with https:// or http://' });

/** Who wrote a post: a handle with, perhaps, a page of its own, or a name that has none. */
export const authorReference = z.union(
  [authorHandle, z.strictObject({ name: z.string().trim().min(1).max(100), url: webUrl.optional() })],
  { error: 'must be a handle such as ada-l (a-z, 0-9 and -), or a name: {name: Ada L., url: https://…}' },
);
export type AuthorReference = z.output<typeof authorReference>;

/** An SPDX license expression, such as `CC-BY-SA-4.0`. */
export const spdxLicense = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*(?: (?:AND|OR|WITH) [A-Za-z0-9][A-Za-z0-9.+-]*)*$/, {
    error: 'must be an SPDX license identifier, such as CC-BY-SA-4.0',
  })
  .max(100);

/** A BCP 47 language tag, such as `en` or `pt-BR`. */
export const languageTag = z.string().refine(isLanguageTag, { error: 'must be a language tag such as en or pt-BR' });

/** Where an imported post is from. */
export const source = z.strictObject({
  /** Name of the site, for people. */
  site: z.string().trim().min(1).max(200),
  url: webUrl.optional(),
  /** The post's id on that site. */
  id: z.union([z.string().max(200), z.int().transform(String)]).optional(),
  /** The day on which it was taken over: votes are as of that day. */
  retrieved: isoDate.optional(),
});
export type Source = z.output<typeof source>;

/**
 * How the votes of a post came about, if they were counted here; without it they are as of `source.retrieved`, where the post was
 * taken over from.
 */
export const counted = z.strictObject({
  /** The day of the count: votes are as of that day. */
  date: isoDate,
  /** What was counted, for people: `reactions on the forge`, `poll among members`. */
  method: z.string().trim().min(1).max(200),
});
export type Counted = z.output<typeof counted>;

/** A short remark below a post. */
export const comment = z.strictObject({
  author: authorReference,
  date: isoDate.optional(),
  votes,
  /** Inline Markdown. */
  text: z.string().trim().min(1),
});
export type Comment = z.output<typeof comment>;

/** What the frontmatter of a question and of an answer have in common. */
export const postFields = {
  author: authorReference,
  votes,
  date: isoDate.optional(),
  edited: isoDate.optional(),
  license: spdxLicense.optional(),
  source: source.optional(),
  counted: counted.optional(),
  comments: z.array(comment).default([]),
};

function isOnCalendar(text: string): boolean {
  const time = Date.parse(text);
  if (Number.isNaN(time)) return false;
  // Every month has 28 days; to write the date again costs ten times the rest.
  return Number(text.slice(8, 10)) <= 28 || new Date(time).toISOString().startsWith(text.slice(0, 10));
}

function isLanguageTag(text: string): boolean {
  try {
    // The grammar also has room for languages of 4 to 8 letters, such as `english`, but there are none.
    return new Intl.Locale(text).language.length <= 3;
  } catch {
    return false;
  }
}
