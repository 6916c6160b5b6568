import { termVector, type Comparable } from './term-vector.ts';
import { createVectorIndex } from './vector-index.ts';

export type { Comparable } from './term-vector.ts';

/** Threads with less likeness have little in common with a question, which has no answers yet that could speak for it. */
const leastLikeness = 0.07;

/** A thread that is like a question. */
export type Similar<T> = {
  thread: T;
  /** From 0 (nothing in common) to 1 (the same words equally often). */
  likeness: number;
};

/** An index of threads that answers many queries. */
export type SimilarIndex<T> = {
  /** The threads most like a question, nearest first; those that have little in common with it are not named. */
  find: (question: Comparable, count: number) => Similar<T>[];
};

/** The threads of a corpus most like a question, nearest first. For many questions make an index once. */
export function similarTo<T extends Comparable>(
  question: Comparable,
  corpus: readonly T[],
  count: number,
): Similar<T>[] {
  return createSimilarIndex(corpus).find(question, count);
}

/** Indexes threads for `find`, by the measure that names related threads on the pages too. */
export function createSimilarIndex<T extends Comparable>(corpus: readonly T[]): SimilarIndex<T> {
  const index = createVectorIndex(corpus.map(termVector));
  return {
    find: (question, count) =>
      index.nearest(termVector(question), count, leastLikeness).flatMap(({ place, likeness }) => {
        const thread = corpus[place];
        return thread === undefined ? [] : [{ thread, likeness }];
      }),
  };
}
