import { markableWords } from '../core/found-stretches.ts';
import { keep, kept } from './kept.ts';

/** What was found, on its way to the page that has it. */
export type Found = { path: string; words: string[] };

/** For another tab, which has its own session; until when, in milliseconds since 1970. */
type Sent = Found & { until: number };

const foundKey = 'responsa-found';
/** A tab that was opened has asked by then. */
const sentFor = 30_000;
/** Tabs that somebody opens within that time. */
const mostSent = 20;

/**
 * Remembers, for the page that a hit leads to, what to mark there.
 * @param hit the link, in an element with `class="hit"` or by itself, in which what was found is marked already
 * @param wanted the words that were searched for
 */
export function rememberFound(hit: HTMLAnchorElement, wanted: string): void {
  keep(foundKey, foundIn(hit, wanted), true);
}

/** The same for a page in another tab: every tab of this browser can take it, once and soon, and then nothing of it is left. */
export function sendFound(hit: HTMLAnchorElement, wanted: string): void {
  const found: Sent = { ...foundIn(hit, wanted), until: Date.now() + sentFor };
  keepSent([...sent().filter(({ path }) => path !== found.path), found].slice(-mostSent));
  setTimeout(forgetSent, sentFor + 1);
}

/** What to mark on this page; asked for a second time, nothing. */
export function takeFound(): Found | undefined {
  const here = kept(foundKey, true);
  keep(foundKey, undefined, true);
  const isForThis = ({ path }: Found) => path === location.pathname;
  const waiting = sent();
  keepSent(waiting.filter((found) => !isForThis(found)));
  return [...(isFound(here) ? [here] : []), ...waiting].find(isForThis);
}

/** Lets go of what no tab has asked for. */
function forgetSent(): void {
  keepSent(sent());
}

function sent(): Sent[] {
  const list = kept(foundKey);
  const now = Date.now();
  return Array.isArray(list) ? list.filter((one) => isSent(one) && one.until > now && one.until <= now + sentFor) : [];
}

function keepSent(list: readonly Sent[]): void {
  keep(foundKey, list.length > 0 ? list : undefined);
}

function foundIn(hit: HTMLAnchorElement, wanted: string): Found {
  const marks = [...(hit.closest('.hit') ?? hit).querySelectorAll('mark')].map(({ textContent }) => textContent);
  const words = new Set([wanted, ...marks].flatMap(markableWords));
  return { path: hit.pathname, words: [...words].slice(0, 100) };
}

function isFound(value: unknown): value is Found {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'words' in value &&
    Array.isArray(value.words) &&
    value.words.every((word) => typeof word === 'string')
  );
}

function isSent(value: unknown): value is Sent {
  return isFound(value) && 'until' in value && typeof value.until === 'number';
}
