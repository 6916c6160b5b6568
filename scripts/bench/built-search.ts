import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FactsFiles } from '../../src/client/facts.ts';
import type { IndexPart } from '../../src/client/index-part.ts';
import { indexParts } from '../../src/client/index-parts.ts';
import { entryOf, type IndexEntry, type IndexEntryFile } from '../../src/client/open-index.ts';
import { createSearchEngine, type SearchEngine } from '../../src/client/search-engine.ts';
import { readVocabulary } from '../../src/client/vocabulary.ts';
import { unpackColumns } from '../../src/core/facts/columns.ts';
import { openTable } from '../../src/core/facts/table.ts';
import { orderCheck, type Facts, type FactsManifest } from '../../src/core/facts/tables.ts';
import { indexLanguage, vocabularyFile } from '../../src/core/index-name.ts';
import { threadHit } from '../../src/core/thread-hit.ts';
import { foundThreads } from '../../src/core/text-index/found-threads.ts';
import { openTextIndex, type TextIndex } from '../../src/core/text-index/open-text-index.ts';

/**
 * Opens the search of a built site as its pages do, without a browser and a server.
 * @param site folder with the index in `pagefind/` and the facts in `search/`
 */
export function openBuiltSearch(site: string): SearchEngine {
  const entry = readEntryIn(join(site, 'pagefind'));
  const facts = builtFacts(site);
  const parts = indexParts(entry, facts, (name) => builtPart(site, name));
  const vocabulary = readVocabulary(gunzipSync(readFileSync(join(site, 'pagefind', vocabularyFile))).toString());
  return createSearchEngine({ entry, parts, facts, vocabulary: () => Promise.resolve(vocabulary), base: '/' });
}

/**
 * One part of the index in a folder.
 * @throws Error if it has none of this name
 */
export function builtIndex(folder: string, name: string): TextIndex {
  const { hashes, characters } = readEntryIn(folder);
  const hash = hashes.get(name);
  if (hash === undefined) throw new Error(`There is no part ${name} in ${folder}.`);
  const load = (path: string) => Promise.resolve(gunzipSync(readFileSync(join(folder, path))));
  return openTextIndex({ hash, language: indexLanguage(name), characters, load });
}

/** One part of the index of a built site, as a page asks it. */
export function builtPart(site: string, name: string): IndexPart {
  const index = builtIndex(join(site, 'pagefind'), name);
  return {
    warm: () => undefined,
    find: async (words) => foundThreads(await index.search(words), words),
    count: index.count,
    places: index.foundPlaces,
    order: async () => {
      const ids = await index.ids();
      return { threads: ids.length, check: orderCheck(ids) };
    },
    hit: async ({ row, by }, options) => threadHit(await index.fragment(row), await index.places(row, by), options),
    close: () => undefined,
  };
}

/** The facts of a built site. */
export function builtFacts(site: string): FactsFiles {
  const read = (path: string) => readFileSync(join(site, 'search', path));
  const manifest = JSON.parse(read('facts.json').toString()) as FactsManifest;
  return {
    blocks: () => Promise.resolve(manifest.blocks),
    bytes: (name) => Promise.resolve(manifest.bytes[name]),
    table: (names) =>
      Promise.resolve(
        openTable(
          Object.fromEntries(
            Array.from(names, (name) => [name, unpackColumns(gunzipSync(read(manifest.files[name])))]),
          ) as Partial<Facts>,
        ),
      ),
  };
}

function readEntryIn(folder: string): IndexEntry {
  return entryOf(JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as IndexEntryFile);
}
