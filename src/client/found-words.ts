import { keep, kept } from './kept.ts';

/** What was found, on its way to the page that has it. */
export type Found = { path: string; words: string[] };

export const foundKey = 'responsa-found';

/**
 * Remembers, for the page that a hit leads to, what to mark there.
 * @param hit the link, in an element with `class="hit"` or by itself, in which what was found is marked already
 */
export function rememberFound(hit: HTMLAnchorElement, query: string): void {
  const marks = [...(hit.closest('.hit') ?? hit).querySelectorAll('mark')].map(({ textContent }) => textContent);
  const words = new Set([query, ...marks].flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}_@#$+]+/gu) ?? []));
  keep(foundKey, { path: hit.pathname, words: [...words].slice(0, 100) } satisfies Found, true);
}

/** What to mark on this page; asked for a second time, nothing. */
export function takeFound(): Found | undefined {
  const found = kept(foundKey, true);
  keep(foundKey, undefined, true);
  const isFound =
    typeof found === 'object' &&
    found !== null &&
    'path' in found &&
    found.path === location.pathname &&
    'words' in found &&
    Array.isArray(found.words);
  return isFound
    ? { path: location.pathname, words: (found.words as unknown[]).filter((word) => typeof word === 'string') }
    : undefined;
}
