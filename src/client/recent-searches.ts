import { keep, kept } from './kept.ts';

const key = 'responsa-searches';
const most = 8;

/** What was searched for in this browser, the newest first. */
export function recentSearches(): string[] {
  const list = kept(key);
  return Array.isArray(list) ? list.filter((query) => typeof query === 'string').slice(0, most) : [];
}

export function rememberSearch(query: string): void {
  const text = query.replace(/\s+/g, ' ').trim().slice(0, 200);
  if (text !== '') keep(key, [text, ...recentSearches().filter((other) => other !== text)].slice(0, most));
}

export function forgetSearches(): void {
  keep(key, undefined);
}
