import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { indexLanguage } from '../../../src/core/index-name.ts';
import { openTextIndex, type TextIndex } from '../../../src/core/text-index/open-text-index.ts';
import { threadHit, type ThreadHit } from '../../../src/core/thread-hit.ts';
import type { IndexEntry } from '../../../src/search/join-parts.ts';

export type OpenFolder = TextIndex & {
  /** Finds threads as the worker of a browser does, best first. */
  hits: (words: string) => Promise<ThreadHit[]>;
};

/**
 * Opens a part of an index in a folder, of a site under `/archive/`.
 * @param name of the part
 */
export function openFolder(folder: string, name: string): OpenFolder {
  const entry = readEntry(folder);
  const { hash } = entry.languages[name] ?? {};
  if (hash === undefined) throw new Error(`There is no part ${name} in ${folder}.`);
  const language = indexLanguage(name);
  const index = openTextIndex({
    hash,
    language,
    characters: entry.include_characters,
    load: (path) => Promise.resolve(gunzipSync(readFileSync(join(folder, path)))),
  });
  return {
    ...index,
    async hits(words) {
      const { rows } = await index.search(words);
      const hits = await Promise.all(
        Array.from(rows, async (row) =>
          threadHit(await index.fragment(row), await index.places(row, [words]), {
            lang: language,
            base: '/archive/',
            query: words,
          }),
        ),
      );
      return hits.filter((hit) => hit !== undefined);
    },
  };
}

export function readEntry(folder: string): IndexEntry {
  return JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as IndexEntry;
}
