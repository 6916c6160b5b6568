import { guessStem, longestBeginning } from './guess-stem.ts';
import type { IndexChunk, IndexWord, Postings } from './chunk.ts';
import { firstFrom } from './key-order.ts';
import type { QueryTerm } from './query-terms.ts';

/** A word of the index, in one of its forms, that a term of a query finds. */
export type MatchedWord = {
  /** Which term of the query. */
  term: number;
  word: string;
  postings: Postings;
  /** The term's own stem, and not a longer word that begins with it. */
  isWhole: boolean;
  /** Up to 1: the nearer, the less the word's length differs from the stem's. */
  nearness: number;
  /** More if the word has the diacritics that were typed. */
  bonus: number;
};

/** How much the diacritics say. */
const diacriticSimilarity = 0.8;

/**
 * The stem of a term: as the chunk in which it falls knows it, or as the words there let guess.
 * @param next what the next chunk begins with
 * @param endings as `guessStem` takes them
 */
export function stemOf(
  plain: string,
  { stems, keys }: Pick<IndexChunk, 'keys' | 'stems'>,
  next: string | undefined,
  endings: ReadonlySet<string>,
): string {
  return stems.get(plain) ?? (next?.startsWith(plain) ? plain : guessStem(plain, keys, endings));
}

/**
 * The words that a term finds: those that begin with its stem, or if there are none, the longest that the stem begins with.
 * @param chunks in which these are
 */
export function matchWords(
  term: number,
  { typed }: QueryTerm,
  stem: string,
  chunks: readonly IndexChunk[],
): MatchedWord[] {
  const begin = chunks.flatMap(({ words, keys }) => withBeginning(words, keys, stem));
  const words = begin.length > 0 ? begin : nearestBeginning(chunks, stem);
  return words.flatMap(({ word, forms }) => {
    const nearness = nearnessOf(Math.abs(bytes(word) - bytes(stem)) + 1);
    return forms.map(({ form, postings }) => ({
      term,
      word,
      postings,
      isWhole: word === stem,
      nearness,
      bonus: form.startsWith(typed) || typed.startsWith(form) ? 1 + diacriticSimilarity : 1,
    }));
  });
}

function withBeginning(words: readonly IndexWord[], keys: readonly string[], stem: string): IndexWord[] {
  const found: IndexWord[] = [];
  for (let at = firstFrom(keys, stem); keys[at]?.startsWith(stem); at++) {
    const word = words[at];
    if (word) found.push(word);
  }
  return found;
}

/** In one list or none. */
function nearestBeginning(chunks: readonly IndexChunk[], stem: string): IndexWord[] {
  let longest: IndexWord | undefined;
  for (const { words, keys } of chunks) {
    const key = longestBeginning(stem, keys);
    const word = key === undefined ? undefined : words[firstFrom(keys, key)];
    if (word && word.word.length > (longest?.word.length ?? 0)) longest = word;
  }
  return longest ? [longest] : [];
}

function nearnessOf(difference: number): number {
  return Math.exp(Math.exp(-0.125 * difference ** 2) - 1);
}

const encoder = new TextEncoder();

function bytes(word: string): number {
  return /^[\0-\x7f]*$/.test(word) ? word.length : encoder.encode(word).length;
}
