import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPagefindWorker, type PagefindWorker } from './run-pagefind-worker.ts';

/** A page that Pagefind finds. */
export type PagefindHit = {
  /** The name of its fragment. */
  id: string;
  score: number;
  /** Where in its text the words are, counted in words from 0, upwards. */
  locations: number[];
  /** Its metadata that have the words, for example `title`. */
  fields: string[];
};

export type PagefindRuntime = ReturnType<typeof openPagefindRuntime>;

/** `pagefind-entry.json`, as far as it is needed here. */
type Entry = {
  languages: Record<string, { wasm: string | null }>;
};

/** What Pagefind answers to a search, as far as it is needed here. */
type Found = {
  results: { id: string; score: number; words: number[]; matchedMetaFields?: string[] }[];
  /** In playground mode: the stems of the query. */
  search_keywords?: string[];
};

/** Words are stemmed so many at a time, since each time is one query. */
const wordsAtOnce = 500;
/** Stands between two words of such a query: for private use, so it is neither part of a word nor taken out as punctuation. */
const between = '\uE000';
/** An index's word on itself in CBOR, not compressed: of no version, with five empty lists (`pagefind_web/src/metadata.rs`). */
const emptyIndex = Uint8Array.from(Buffer.from('pagefind_dcd\x86\x60\x80\x80\x80\x80\x80', 'latin1'));

/**
 * Searches and stems by the code that Pagefind's command puts beside an index for browsers: its worker and its WebAssembly.
 * @param folder an index as Pagefind's command wrote it
 * @param language one of those in its `pagefind-entry.json`
 * @throws Error if the index does not have the language: Pagefind would take another one
 */
export function openPagefindRuntime(folder: string, language: string) {
  const read = (path: string) => readFileSync(join(folder, path));
  const { languages } = JSON.parse(read('pagefind-entry.json').toString()) as Entry;
  const entry = languages[language];
  if (!entry) throw new Error(`The index in ${folder} has no pages in ${language}.`);
  const script = read('pagefind-worker.js').toString();
  let stemmer: PagefindWorker | undefined;
  let searcher: PagefindWorker | undefined;

  /** Of nothing: a query of hundreds of words would else load all of the index, and look through it for each of them. */
  const readEmpty = (path: string) => (path.endsWith('.pf_meta') ? emptyIndex : read(path));
  const stemsOf = async (words: readonly string[]): Promise<string[]> => {
    stemmer ??= runPagefindWorker(script, language, readEmpty);
    await stemmer.call('enterPlaygroundMode');
    const query = words.map((word) => (/[\s\uE000]/.test(word) ? '' : word)).join(` ${between} `);
    const { search_keywords: found = [] } = (await stemmer.call('search', query)) as Found;
    const stems: string[][] = [[]];
    for (const stem of found) {
      if (stem === between) stems.push([]);
      else stems.at(-1)?.push(stem);
    }
    return words.map((word, index) => {
      const [stem, ...more] = stems[index] ?? [];
      return stem === undefined || more.length > 0 ? word : stem;
    });
  };

  return {
    /**
     * Gives Pagefind's stem of each word. A word of which Pagefind makes none or several (punctuation, spaces, Chinese) comes back as
     * it is.
     * @param words in lower case and without diacritics, else it is the stem of what Pagefind makes of them
     */
    async stems(words: readonly string[]): Promise<string[]> {
      // A language that Pagefind does not stem.
      if (entry.wasm === null) return [...words];
      const stems: string[] = [];
      for (let at = 0; at < words.length; at += wordsAtOnce)
        stems.push(...(await stemsOf(words.slice(at, at + wordsAtOnce))));
      return stems;
    },
    /** Finds the pages that have all the words, or, in quotation marks, have them in a row; best first. */
    async search(query: string): Promise<PagefindHit[]> {
      searcher ??= runPagefindWorker(script, language, read);
      const { results } = (await searcher.call('search', query)) as Found;
      // Lists of its own scope, in which the script runs, are not quite like ours.
      return Array.from(results, ({ id, score, words, matchedMetaFields = [] }) => ({
        id,
        score,
        locations: [...words],
        fields: [...matchedMetaFields],
      }));
    },
    close(): void {
      const closed = new Error(`The index in ${folder} was closed.`);
      stemmer?.end(closed);
      searcher?.end(closed);
    },
  };
}
