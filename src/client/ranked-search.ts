import { together, type FoundThread } from '../core/text-index/found-threads.ts';
import { leftOut } from '../core/text-index/query-terms.ts';

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
/** Words that are looked for one by one: the rarest, which say most. */
export const mostWords = 8;

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
export function wordsIn(query: string): string[] {
  return query.includes('"') ? [] : [...new Set(query.match(/[\p{L}\p{N}_@#$+]+/gu))];
}

/** How many threads of all parts have each. */
export async function countAll(parts: readonly AskedPart[], words: readonly string[]): Promise<number[]> {
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
