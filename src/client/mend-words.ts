import type { Query } from '../core/query/query.ts';
import { together } from '../core/text-index/found-threads.ts';
import { countAll, enough, mostWords, withoutCommon, wordsIn, type AskedPart } from './ranked-search.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The archive whose words are those that may be meant. */
export type Mending = {
  parts: readonly AskedPart[];
  vocabulary: () => Promise<Vocabulary>;
  common: ReadonlySet<string>;
};

/** A word that is in so few threads may be a mistake. */
export const rarely = 2;
/** Words that one that is misspelt may have been, of which each is tried. */
const mostWays = 3;

/**
 * Which words are taken for misspelt: those that no thread has, or all that do not stand in the vocabulary, though some thread has them
 * or another form of them.
 */
export type Suspects = 'unknown' | 'unlisted';

/**
 * The query with each word that is misspelt replaced by the nearest that the archive knows; nothing if there is no such word. The
 * last word may not be typed to its end, so it is left alone as long as enough is found.
 */
export async function mend(
  archive: Mending,
  query: string,
  found: number,
  suspects: Suspects = 'unknown',
): Promise<string | undefined> {
  const { parts, vocabulary, common } = archive;
  const words = wordsIn(query).filter((word) => /^\p{L}{4,24}$/u.test(word) && !common.has(word.toLowerCase()));
  const unknown = await (suspects === 'unlisted' ? unlisted(words, vocabulary) : unfound(parts, words));
  const last = unknown.find((word) => query.endsWith(word));
  const isBegun = last !== undefined && (found >= enough || (await vocabulary()).hasBeginning(last));
  const misspelt = unknown.filter((word) => word !== last || !isBegun);
  if (misspelt.length === 0) return undefined;
  const { near } = await vocabulary();
  let mended = query;
  for (const [index, word] of misspelt.entries()) {
    const ways = near(word)
      .slice(0, index < mostWords ? mostWays : 1)
      .map((meant) => mended.replace(/[\p{L}\p{N}_]+/gu, (one) => (one === word ? meant : one)));
    mended = (await likeliest(archive, ways)) ?? mended;
  }
  return mended === query ? undefined : mended;
}

async function unfound(parts: readonly AskedPart[], words: readonly string[]): Promise<string[]> {
  const counts = await countAll(
    parts,
    words.map((word) => `"${word}"`),
  );
  return words.filter((_, index) => counts[index] === 0);
}

async function unlisted(words: readonly string[], vocabulary: () => Promise<Vocabulary>): Promise<string[]> {
  if (words.length === 0) return [];
  const { has } = await vocabulary();
  return words.filter((word) => !has(word));
}

/** Of several ways to mend a query the first that finds its words in a row, or else all of them, or else the first. */
async function likeliest({ parts, common }: Mending, ways: readonly string[]): Promise<string | undefined> {
  if (ways.length < 2) return ways[0];
  const fits = await Promise.all(
    ways.map(async (way) => {
      const found = await Promise.all(parts.map((part) => part.find(withoutCommon(way, common))));
      return Math.floor(Math.max(0, ...found.map(([best]) => best?.score ?? 0)) / together);
    }),
  );
  return ways[fits.indexOf(Math.max(...fits))];
}

/** The query with each of its misspelt words replaced in the same way; nothing if there is no such word. */
export async function mendTerms(archive: Mending, query: Query, suspects: Suspects): Promise<Query | undefined> {
  let isMended = false;
  const terms = query.map((clause) =>
    Promise.all(
      clause.map(async (term) => {
        if (term.kind !== 'text' || term.isNot || term.isPhrase) return term;
        const text = await mend(archive, term.text, 0, suspects);
        isMended ||= text !== undefined;
        return text === undefined ? term : { ...term, text };
      }),
    ),
  );
  const mended = await Promise.all(terms);
  return isMended ? mended : undefined;
}

/** The query with each word that nearly no thread has replaced by one that is far more frequent; nothing if there is no such word. */
export async function likelier(
  { parts, vocabulary }: Omit<Mending, 'common'>,
  query: string,
): Promise<string | undefined> {
  const words = wordsIn(query).filter((word) => /^\p{L}{5,24}$/u.test(word));
  const counts = await countAll(
    parts,
    words.map((word) => `"${word}"`),
  );
  const rare = words.filter((_, index) => (counts[index] ?? 0) <= rarely);
  if (rare.length === 0) return undefined;
  const { near } = await vocabulary();
  const other = query.replace(/[\p{L}\p{N}_]+/gu, (word) => (rare.includes(word) ? (near(word)[0] ?? word) : word));
  return other.toLowerCase() === query.toLowerCase() ? undefined : other;
}
