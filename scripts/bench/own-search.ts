import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { rankedSearch, type AskedPart } from '../../src/client/ranked-search.ts';
import { readVocabulary } from '../../src/client/vocabulary.ts';
import { indexLanguage, vocabularyFile } from '../../src/core/index-name.ts';
import { foundThreads } from '../../src/core/text-index/found-threads.ts';
import { openTextIndex } from '../../src/core/text-index/open-text-index.ts';
import type { IndexEntry } from '../../src/search/join-parts.ts';
import type { KnownItem } from './known-items.ts';

/** Our search over the index of a site, by the code that its pages run. */
export function ownSearch(folder: string): (item: KnownItem) => Promise<string[]> {
  const file = (path: string) => readFileSync(join(folder, 'pagefind', path));
  const entry = JSON.parse(file('pagefind-entry.json').toString()) as IndexEntry;
  const indexes = Object.entries(entry.languages).map(([name, { hash }]) =>
    openTextIndex({
      hash,
      language: indexLanguage(name),
      characters: entry.include_characters,
      load: (path) => Promise.resolve(gunzipSync(file(path))),
    }),
  );
  const parts = indexes.map((index): AskedPart => ({
    find: async (words) => foundThreads(await index.search(words), words),
    count: index.count,
  }));
  const vocabulary = readVocabulary(gunzipSync(file(vocabularyFile)).toString());
  const common = new Set(entry.common);
  return async ({ query }) => {
    const { answers } = await rankedSearch(parts, query, () => Promise.resolve(vocabulary), common);
    const found = answers
      .flatMap((list, part) => list.map(({ row, score }) => ({ row, score, index: indexes[part] })))
      .sort((a, b) => b.score - a.score)
      .slice(0, 51);
    const fragments = await Promise.all(found.map(({ row, index }) => index?.fragment(row)));
    return fragments.map((fragment) => fragment?.url.replace(/^.*\/questions\/(.*)\/$/, '$1') ?? '');
  };
}
