import { otherForm, guessStem } from './guess-stem.ts';
import type { IndexChunk, IndexWord, Postings } from './chunk.ts';
import { firstFrom } from './key-order.ts';
import type { QueryTerm } from './query-terms.ts';

/** A word of the index, in one of its forms, that a term of a query finds. */
export type FoundWord = {
  word: string;
  postings: Postings;
  /** The term's own stem, and not a longer word that begins with it. */
  isWhole: boolean;
  /** Up to 1: the nearer, the less the word's length differs from the stem's. */
  nearness: number;
  /** More if the word has the diacritics that were typed. */
  bonus: number;
};

/** The same, and which term of the query it is. */
export type MatchedWord = FoundWord & { term: number };

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
 * The words that a term finds: those that begin with its stem, and where the word may be a form of another, that.
 * @param chunks in which these are
 * @param endings as `guessStem` takes them
 */
export function matchWords(
  { plain, typed }: QueryTerm,
  stem: string,
  chunks: readonly IndexChunk[],
  endings: ReadonlySet<string>,
): FoundWord[] {
  const words = chunks.flatMap(({ words, keys }) => {
    const begin = withBeginning(words, keys, stem);
    const key = stem === plain ? otherForm(plain, keys, endings) : undefined;
    const other = key === undefined ? undefined : words[firstFrom(keys, key)];
    return other ? [other, ...begin] : begin;
  });
  return words.flatMap(({ word, forms }) => {
    const nearness = nearnessOf(Math.abs(bytes(word) - bytes(stem)) + 1);
    return forms.map(({ form, postings }) => ({
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

function nearnessOf(difference: number): number {
  return Math.exp(Math.exp(-0.125 * difference ** 2) - 1);
}

const encoder = new TextEncoder();

function bytes(word: string): number {
  return /^[\0-\x7f]*$/.test(word) ? word.length : encoder.encode(word).length;
}
