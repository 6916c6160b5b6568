import type { FoundColumns } from './open-text-index.ts';
import { foundIn } from './score-rows.ts';

/** More than how well any thread fits: it sets apart what has the words in a row, what has all of them, and what has some. */
export const together = 1e6;

/** A thread that was found. */
export type FoundThread = {
  /** In the part's own order. */
  row: number;
  /** How well it fits; more than `together` if it has all words, and twice that if it has them in a row. */
  score: number;
  /** The searches by which it was found; none if no words were searched for. */
  by: readonly string[];
  isInText: boolean;
  isInTitle: boolean;
};

/** Reads the columns of what a search found, best first. */
export function foundThreads({ rows, scores, places }: FoundColumns, words: string): FoundThread[] {
  return Array.from(rows, (row, index): FoundThread => {
    const place = places[index] ?? 0;
    return {
      row,
      score: (scores[index] ?? 0) + ((place & foundIn.row) === 0 ? together : 2 * together),
      by: [words],
      isInText: (place & foundIn.text) !== 0,
      isInTitle: (place & foundIn.title) !== 0,
    };
  });
}
