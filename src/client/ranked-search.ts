import type { Query } from '../core/query/query.ts';
import { together, type FoundThread } from '../core/text-index/found-threads.ts';
import { leftOut } from '../core/text-index/query-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A part of the index that can be asked for words. */
export type AskedPart = {
  /** Finds the threads that have all the words, those that have them in a row first, or, in quotation marks, only those. */
  find: (words: string) => Promise<FoundThread[]>;
  /** How many threads that finds. */
  count: (words: string) => Promise<number>;
};

/** Below so many threads with all the words, those that have most of them are looked for too. */
export const enough = 10;
/** A query of so many words may be a stretch of a text. */
const few = 4;
/** A word that is in so few threads may be a mistake. */
export const rarely = 2;
/** Words that are looked for one by one: the rarest, which say most. */
const mostWords = 8;
/** Words that one that is misspelt may have been, of which each is tried. */
const mostWays = 3;

/**
 * A query without the words that nearly every text has, such as *the*: they find nothing, and what the index has of them weighs most.
 * Between others each leaves a gap. A query of few words stays as it is, for it may be a stretch of a text; and so does one of such
 * words alone, or in quotation marks.
 */
export function withoutCommon(query: string, common: ReadonlySet<string>): string {
  const words = query.split(' ');
  if (words.length <= few || query.includes('"')) return query;
  const isCommon = (word: string) => common.has(word.toLowerCase());
  const first = words.findIndex((word) => !isCommon(word));
  const last = words.findLastIndex((word) => !isCommon(word));
  return first < 0
    ? query
    : words
        .slice(first, last + 1)
        .map((word) => (isCommon(word) ? leftOut : word))
        .join(' ');
}

/** Adds to what each part found the threads that have more than half of the words; half of them, if none has all. */
export async function findMost(
  parts: readonly AskedPart[],
  answers: readonly (readonly FoundThread[])[],
  query: string,
): Promise<FoundThread[][]> {
  const words = wordsIn(query);
  if (words.length < 2) return answers.map((answer) => [...answer]);
  const isFound = answers.some(({ length }) => length > 0);
  const counts = await countAll(parts, words);
  const rarest = words
    .filter((_, index) => (counts[index] ?? 0) > 0)
    .sort((a, b) => (counts[words.indexOf(a)] ?? 0) - (counts[words.indexOf(b)] ?? 0))
    .slice(0, mostWords);
  return Promise.all(
    parts.map(async (part, index) => {
      const answer = answers[index] ?? [];
      const known = new Set(answer.map(({ row }) => row));
      const found = await Promise.all(rarest.map((word) => part.find(word)));
      const some = Map.groupBy(
        found.flat().filter(({ row }) => !known.has(row)),
        ({ row }) => row,
      );
      const added = [...some.values()]
        .filter((results) => results.length * 2 >= rarest.length + (isFound ? 1 : 0))
        .flatMap((results) => {
          // The excerpt shows the word that says most.
          const [best] = byScore([...results]);
          return best ? { ...best, score: mostScore(results, rarest.length) } : [];
        });
      return [...answer, ...byScore(added)];
    }),
  );
}

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
  parts: readonly AskedPart[],
  query: string,
  found: number,
  vocabulary: () => Promise<Vocabulary>,
  common: ReadonlySet<string>,
  suspects: Suspects = 'unknown',
): Promise<string | undefined> {
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
    mended = (await likeliest(parts, ways, common)) ?? mended;
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
async function likeliest(
  parts: readonly AskedPart[],
  ways: readonly string[],
  common: ReadonlySet<string>,
): Promise<string | undefined> {
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
export async function mendTerms(
  parts: readonly AskedPart[],
  query: Query,
  vocabulary: () => Promise<Vocabulary>,
  common: ReadonlySet<string>,
  suspects: Suspects,
): Promise<Query | undefined> {
  let isMended = false;
  const terms = query.map((clause) =>
    Promise.all(
      clause.map(async (term) => {
        if (term.kind !== 'text' || term.isNot || term.isPhrase) return term;
        const text = await mend(parts, term.text, 0, vocabulary, common, suspects);
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
  parts: readonly AskedPart[],
  query: string,
  vocabulary: () => Promise<Vocabulary>,
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

/** The words of a phrase that nobody wrote in that order, if there are threads with all of them. */
export async function unquoted(parts: readonly AskedPart[], query: string): Promise<string | undefined> {
  const words = query.replaceAll('"', ' ').replace(/\s+/g, ' ').trim();
  if (words === query || words === '') return undefined;
  const [count] = await countAll(parts, [words]);
  return count ? words : undefined;
}

/** What has more of the words comes first, even if it has others more often. */
function mostScore(found: readonly FoundThread[], words: number): number {
  return found.reduce((sum, { score }) => sum + score - together, 0) * (found.length / words) ** 2;
}

/** The words of a query, each once; none if it is one in quotation marks, which is meant as it is. */
function wordsIn(query: string): string[] {
  return query.includes('"') ? [] : [...new Set(query.match(/[\p{L}\p{N}_@#$+]+/gu))];
}

async function countAll(parts: readonly AskedPart[], words: readonly string[]): Promise<number[]> {
  return Promise.all(
    words.map(async (word) => {
      const counts = await Promise.all(parts.map((part) => part.count(word)));
      return counts.reduce((sum, count) => sum + count, 0);
    }),
  );
}

function byScore<T extends { score: number }>(results: T[]): T[] {
  return results.sort((a, b) => b.score - a.score);
}
