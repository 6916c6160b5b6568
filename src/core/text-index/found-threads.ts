import type { FoundColumns } from './open-text-index.ts';
import { foundIn } from './score-rows.ts';

/** A thread that was found. */
export type FoundThread = {
  /** In the part's own order. */
  row: number;
  score: number;
  /** By which it was found; nothing if no words were searched for. */
  words?: string;
  isInText: boolean;
  isInTitle: boolean;
  /** Has the words next to each other, in their order. */
  isInARow: boolean;
};

/** Reads the columns of what a search found, best first. */
export function foundThreads({ rows, scores, places }: FoundColumns, words: string): FoundThread[] {
  return Array.from(rows, (row, index): FoundThread => {
    const place = places[index] ?? 0;
    return {
      row,
      score: scores[index] ?? 0,
      words,
      isInText: (place & foundIn.text) !== 0,
      isInTitle: (place & foundIn.title) !== 0,
      isInARow: (place & foundIn.row) !== 0,
    };
  });
}
