import { indexPart } from '../core/index-name.ts';
import { SearchError } from './search-error.ts';

/** What an index says first of all. */
export type IndexEntry = {
  /** The names of the parts, those with most votes first, of each the language with most threads first. */
  names: string[];
  /** Words that find nothing. */
  common: ReadonlySet<string>;
};

/** Whether a policy or a setting keeps WebAssembly from running is known only by trying. */
export function canSearch(): boolean {
  if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined') return false;
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** @throws SearchError */
export async function readEntry(url: string): Promise<IndexEntry> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new SearchError('offline', String(error));
  }
  if (!response.ok) throw new SearchError('missing', `${url}: ${response.status}`);
  try {
    const { languages, common = [] } = (await response.json()) as {
      languages: Record<string, { page_count: number }>;
      common?: string[];
    };
    const names = Object.entries(languages)
      .sort(([a, x], [b, y]) => indexPart(a) - indexPart(b) || y.page_count - x.page_count)
      .map(([name]) => name);
    return { names, common: new Set(common) };
  } catch (error) {
    throw new SearchError('missing', String(error));
  }
}
