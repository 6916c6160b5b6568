import type { Config } from '../../core/schema/config.ts';
import type { AuthorReference } from '../../core/schema/fields.ts';
import type { ParsedPost } from '../change/content-change.ts';
import { nameOf } from '../policy/actor.ts';
import type { PostView } from './post-view.ts';
import { codeSpan, safeText, shortened } from './safe-text.ts';

/** Words that most people read in a minute. */
const wordsAMinute = 220;
/** A pull request may lie for a while, and days begin at other hours elsewhere. */
const daysOfNoNote = 3;
const dayLength = 86_400_000;
const longestValue = 300;

type FactOptions = {
  config: Config;
  /** The day, such as 2026-01-31. */
  today: string;
  /** Nothing was there before: everything in the frontmatter is new, and is said. */
  isNew: boolean;
};

/** Who wrote a post, when, under which licence, how long it is and its tags, as a line; of a new post also what else its frontmatter says. */
export function postFacts(
  { frontmatter }: ParsedPost,
  { words }: PostView,
  { config, today, isNew }: FactOptions,
): string[] {
  const { author, date, license } = frontmatter;
  const tags = 'tags' in frontmatter ? frontmatter.tags : [];
  const line = [
    `By ${authorSpan(author)}`,
    ...(date === undefined ? [] : [dated(date, today, isNew)]),
    `licence ${codeSpan(license ?? config.license)}`,
    `${words} ${words === 1 ? 'word' : 'words'}, ${readingMinutes(words)} min`,
    ...(tags.length > 0 ? [`tags ${tags.map(codeSpan).join(' ')}`] : []),
  ].join(' · ');
  const others = isNew ? otherKeys(frontmatter) : [];
  return others.length === 0 ? [line] : [line, '', ...others];
}

/** An author with the page that the name leads to, as code. */
export function authorSpan(author: AuthorReference): string {
  const url = typeof author === 'string' ? undefined : author.url;
  return url === undefined
    ? codeSpan(nameOf(author))
    : `${codeSpan(nameOf(author))} at ${codeSpan(url.slice(0, longestValue))}`;
}

/** The same as plain text, to be compared. */
export function signatureText(author: AuthorReference): string {
  const url = typeof author === 'string' ? undefined : author.url;
  return url === undefined ? nameOf(author) : `${nameOf(author)} ${url}`;
}

function dated(date: string, today: string, isNew: boolean): string {
  const days = Math.round((Date.parse(today) - Date.parse(date.slice(0, 10))) / dayLength);
  return isNew && days > daysOfNoNote
    ? `**backdated** to ${date}, ${days.toLocaleString('en')} days ago`
    : `dated ${date}`;
}

/** What has a place of its own in a review, and what nobody wrote. */
const shownElsewhere = new Set(['title', 'author', 'date', 'license', 'tags', 'comments']);
const defaults: Readonly<Record<string, unknown>> = { votes: 0, status: 'open' };

function otherKeys(frontmatter: ParsedPost['frontmatter']): string[] {
  return Object.entries(frontmatter).flatMap(([key, value]: [string, unknown]) => {
    const isAbsent = value === undefined || value === defaults[key] || (Array.isArray(value) && value.length === 0);
    if (shownElsewhere.has(key) || isAbsent) return [];
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return [`- ${codeSpan(key)}: ${safeText(shortened(text, longestValue))}`];
  });
}

/** Minutes that a text takes to read, at least 1. */
function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsAMinute));
}
