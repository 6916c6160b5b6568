import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtIndex } from '../../../scripts/bench/built-search.ts';
import { indexLanguage } from '../../../src/core/index-name.ts';
import type { TextIndex } from '../../../src/core/text-index/open-text-index.ts';
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
  const language = indexLanguage(name);
  const index = builtIndex(folder, name);
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
