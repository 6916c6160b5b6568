import { unpackChunk, type IndexChunk } from './chunk.ts';
import { findRows, type FoundRows } from './find-rows.ts';
import { placesOfPhrase, placesOfTerms, type FoundPlaces } from './found-places.ts';
import { readFragment, type Fragment } from './fragment.ts';
import { unpackIndexMeta, type IndexMeta } from './index-meta.ts';
import { firstBehind } from './key-order.ts';
import { matchedPlaces, type FoundPlace } from './matched-places.ts';
import { matchWords, stemOf, type FoundWord, type MatchedWord } from './match-words.ts';
import { openPhrase } from './phrase.ts';
import { readTerms, type QueryTerm } from './query-terms.ts';
import { foundIn, scoreRows } from './score-rows.ts';

/** Where one part of an index lies, and how to read it. */
export type TextIndexSource = {
  /** Its name, by which its files are called. */
  hash: string;
  /** Two or three letters. */
  language: string;
  /** Characters that are no punctuation there. */
  characters: readonly string[];
  /** Gives a file of the index, uncompressed. */
  load: (path: string) => Promise<Uint8Array>;
};

/** Threads that a search found, those with the words in a row first, and then the best, in columns. */
export type FoundColumns = {
  /** Rows in the order of the part. */
  rows: Uint32Array;
  scores: Float64Array;
  /** Bits of `foundIn`. */
  places: Uint8Array;
};

export type TextIndex = ReturnType<typeof openTextIndex>;

/** How much is found in the title says, beside any other field of metadata. */
const titleWeight = 5;
/** The second has the words of the first parted, in languages that do not part them. */
const titleFields: readonly string[] = ['title', 'heading'];
/** Chunks behind its own in which words are looked for that begin with what was typed; and how long that must be. */
const mostMore = 3;
const longEnough = 4;
const mostHeld = 20;

/** What a query matches. */
type Matched = {
  isPhrase: boolean;
  terms: number;
  /** Places of the terms in the query. */
  offsets: number[];
  matched: MatchedWord[];
  found: FoundRows;
};

/**
 * Opens a part of the search index, of which nothing is loaded before it is asked for, and each file once. What it finds and how it
 * ranks is as in Pagefind, but that a word which the index does not have finds nothing, and that words which begin with a word of the
 * query are looked for in the same places whatever was loaded before.
 */
export function openTextIndex({ hash, language, characters, load }: TextIndexSource) {
  const kept = new Set(characters);
  const once = <T>(make: () => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => {
      made ??= make();
      // Who asks again after a failure is answered anew.
      made.catch(() => (made = undefined));
      return made;
    };
  };
  const meta = once(async () => rankable(unpackIndexMeta(await load(`pagefind.${hash}.pf_meta`))));
  const chunks = new Map<number, () => Promise<IndexChunk>>();
  const chunkAt = (position: number): Promise<IndexChunk> => {
    const known =
      chunks.get(position) ?? once(async () => unpackChunk(await load(`index/${hash}/${position}.pf_index`)));
    chunks.set(position, known);
    return known();
  };

  const match = async ({ begins, endings }: RankableMeta, term: QueryTerm): Promise<FoundWord[]> => {
    if (begins.length === 0) return [];
    const at = Math.max(0, firstBehind(begins, term.plain) - 1);
    const own = await chunkAt(at);
    const stem = stemOf(term.plain, own, begins[at + 1], endings);
    const first = Math.max(0, firstBehind(begins, stem) - 1);
    let last = first;
    if (stem.length >= longEnough && !own.keys.includes(stem))
      while (last < first + mostMore && begins[last + 1]?.startsWith(stem)) last++;
    const some = await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => chunkAt(first + index)));
    return matchWords(term, stem, some, endings);
  };
  const held = new Map<string, Promise<Matched>>();
  /** What the last queries match is held: hits are made of it. */
  const matchAll = (text: string): Promise<Matched> => {
    const all = held.get(text) ?? matchAnew(text);
    held.delete(text);
    held.set(text, all);
    all.catch(() => held.delete(text));
    const [oldest] = held.keys();
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
    return all;
  };
  const matchAnew = async (text: string): Promise<Matched> => {
    const whole = await meta();
    const query = readTerms(text, language, kept);
    // A word of several that the index does not have as one is looked for as several.
    const lists = await Promise.all(
      query.terms.map(async (term) => {
        const own = await match(whole, term);
        return own.length > 0 || !term.parts ? [own] : Promise.all(term.parts.map((part) => match(whole, part)));
      }),
    );
    const terms = lists.flat();
    let next = 0;
    const offsets = lists.flatMap((own, term) => {
      next += query.terms[term]?.gap ?? 0;
      return own.map(() => next++);
    });
    const matched = terms
      .flatMap((words, term) => words.map((word): MatchedWord => ({ ...word, term })))
      .filter(({ isWhole }) => isWhole || !query.isPhrase);
    return {
      isPhrase: query.isPhrase,
      terms: terms.length,
      offsets,
      matched,
      found: findRows(matched, terms.length, whole.pages.length),
    };
  };
  /** Positions in what was found: of a phrase, those that have it. */
  const meant = ({ isPhrase, terms, matched, found }: Matched, places: Uint8Array): Uint32Array => {
    const all = Uint32Array.from(found.rows, (_, index) => index);
    if (!isPhrase || terms < 2) return all;
    const phrase = openPhrase(matched, found, terms);
    return all.filter(
      (index) =>
        ((places[index] ?? 0) & foundIn.row) !== 0 || phrase.inText(index).length > 0 || phrase.isInMetadata(index),
    );
  };

  const placesOf = async (row: number, text: string): Promise<FoundPlace[]> => {
    const { isPhrase, terms, matched, found } = await matchAll(text);
    const index = found.rows.indexOf(row);
    if (index < 0) return [];
    const places = matchedPlaces(matched, found, index);
    if (!isPhrase || terms < 2) return places;
    const inRuns = new Set<number>();
    for (const { first, last } of openPhrase(matched, found, terms).inText(index))
      for (let place = first; place <= last; place++) inRuns.add(place);
    return places.filter(({ place }) => inRuns.has(place));
  };

  return {
    /** Finds the threads that have all the words, or, in quotation marks, have them in a row. */
    async search(text: string): Promise<FoundColumns> {
      const all = await matchAll(text);
      const { scores, places } = scoreRows(all.matched, all.found, await meta(), all.offsets);
      const row = (index: number) => (places[index] ?? 0) & foundIn.row;
      const order = meant(all, places).sort((a, b) => row(b) - row(a) || (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
      return {
        rows: order.map((index) => all.found.rows[index] ?? 0),
        scores: Float64Array.from(order, (index) => scores[index] ?? 0),
        places: Uint8Array.from(order, (index) => places[index] ?? 0),
      };
    },
    /** How many threads that finds. */
    async count(text: string): Promise<number> {
      const all = await matchAll(text);
      if (!all.isPhrase || all.terms < 2) return all.found.rows.length;
      return meant(all, scoreRows(all.matched, all.found, await meta(), all.offsets).places).length;
    },
    /** Where the threads that it finds have it. */
    async foundPlaces(text: string): Promise<FoundPlaces> {
      const { isPhrase, terms, matched, found } = await matchAll(text);
      return isPhrase && terms > 1 ? placesOfPhrase(matched, found, terms) : placesOfTerms(matched, found, terms);
    },
    /** The index's own names of its threads, in its order. */
    ids: async (): Promise<string[]> => (await meta()).pages.map(({ id }) => id),
    /** The places in the text of a thread that have words of queries, of a phrase those that have it, and how much each says. */
    async places(row: number, texts: readonly string[]): Promise<FoundPlace[]> {
      const lists = await Promise.all(texts.map((text) => placesOf(row, text)));
      return lists.length === 1 ? (lists[0] ?? []) : inOrder(lists.flat());
    },
    /** A thread as the index has it. */
    async fragment(row: number): Promise<Fragment> {
      const { pages } = await meta();
      return readFragment(await load(`fragment/${pages[row]?.id ?? ''}.pf_fragment`));
    },
  };
}

/** Each place once, with the most that one of the searches says of it. */
function inOrder(places: readonly FoundPlace[]): FoundPlace[] {
  const best = new Map<number, FoundPlace>();
  for (const one of places) if (one.score > (best.get(one.place)?.score ?? 0)) best.set(one.place, one);
  return [...best.values()].sort((a, b) => a.place - b.place);
}

type RankableMeta = ReturnType<typeof rankable>;

function rankable(meta: IndexMeta) {
  const lengths = Float64Array.from(meta.pages, ({ words }) => words);
  return {
    ...meta,
    endings: new Set(meta.endings),
    lengths,
    averageLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    fieldWeights: meta.fields.map((name) => (titleFields.includes(name) ? titleWeight : 1)),
    titles: titleFields.map((name) => meta.fields.indexOf(name)),
  };
}
