import { indexPart } from '../core/index-name.ts';
import { fetchFile } from './fetch-file.ts';
import { SearchError } from './search-error.ts';

/** What an index says first of all. */
export type IndexEntry = {
  /** The names of the parts, those with most votes first, of each the language with most threads first. */
  names: string[];
  /** How many threads they have together. */
  threads: number;
  /** By what the files of each part are called. */
  hashes: ReadonlyMap<string, string>;
  /** Characters that are part of words, beside letters and digits. */
  characters: readonly string[];
  /** Words that find nothing. */
  common: ReadonlySet<string>;
};

/** `pagefind-entry.json`, as far as it is needed here. */
export type IndexEntryFile = {
  languages: Record<string, { hash: string; page_count: number }>;
  common?: string[];
  include_characters?: string[];
};

/** @throws SearchError */
export async function readEntry(url: string): Promise<IndexEntry> {
  const response = await fetchFile(url);
  try {
    return entryOf((await response.json()) as IndexEntryFile);
  } catch (error) {
    throw new SearchError('missing', String(error));
  }
}

export function entryOf({ languages, common = [], include_characters: characters = [] }: IndexEntryFile): IndexEntry {
  const names = Object.entries(languages)
    .sort(([a, x], [b, y]) => indexPart(a) - indexPart(b) || y.page_count - x.page_count)
    .map(([name]) => name);
  const hashes = new Map(Object.entries(languages).map(([name, { hash }]) => [name, hash]));
  const threads = Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
  return { names, threads, hashes, characters, common: new Set(common) };
}
