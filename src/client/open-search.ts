import { indexLanguage, vocabularyFile } from '../core/index-name.ts';
import { openFacts } from './facts.ts';
import { openIndexPart } from './index-part.ts';
import { indexParts } from './index-parts.ts';
import { readEntry } from './open-index.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';
import { failureOf, SearchError } from './search-error.ts';
import { loadVocabulary } from './vocabulary.ts';

const opened = new Map<string, Promise<SearchEngine>>();

/**
 * Opens the index of a site once, however many ask for it; after a failure the next one tries again.
 * @param base path of the site, with a slash at both ends
 * @throws SearchError
 */
export function openSearch(base: string): Promise<SearchEngine> {
  let engine = opened.get(base);
  if (!engine) {
    engine = open(base);
    opened.set(base, engine);
    engine.catch(() => opened.delete(base));
  }
  return engine;
}

/**
 * Uses an index. If a file of it is gone, as after a new version of the site was published, it is opened once more as it is now.
 * @throws SearchError
 */
export async function withSearch<T>(base: string, use: (engine: SearchEngine) => Promise<T>): Promise<T> {
  try {
    return await use(await openSearch(base));
  } catch (error) {
    if (failureOf(error) !== 'missing') throw error;
    forgetSearch(base);
    return use(await openSearch(base));
  }
}

/** Forgets an index, so that the next search begins anew: files that did not come once are not asked for again otherwise. */
export function forgetSearch(base: string): void {
  opened.get(base)?.then(
    (engine) => {
      engine.close();
    },
    () => undefined,
  );
  opened.delete(base);
}

async function open(base: string): Promise<SearchEngine> {
  if (typeof Worker === 'undefined' || typeof DecompressionStream === 'undefined')
    throw new SearchError('unsupported', 'There are no workers, or nothing to unpack files with.');
  const folder = `${base}pagefind/`;
  const stamp = String(Date.now());
  const entry = await readEntry(`${folder}pagefind-entry.json?ts=${stamp}`);
  const { hashes, characters } = entry;
  const facts = openFacts(base, stamp);
  const vocabulary = loadVocabulary(folder + vocabularyFile);
  const parts = indexParts(entry, facts, (name) =>
    openIndexPart(folder, { hash: hashes.get(name) ?? '', language: indexLanguage(name), characters }),
  );
  return createSearchEngine({ entry, parts, facts, vocabulary, base });
}
