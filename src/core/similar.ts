import { stemmer } from 'stemmer';
import { words } from './words.ts';

/** What is compared of a thread. A question that is about to be asked has no answers yet. */
export type Comparable = {
  title: string;
  tags: readonly string[];
  /** The text of the question, plain or Markdown. */
  question: string;
  /** The texts of its answers. */
  answers?: readonly string[];
};

/** A thread that is like a question. */
export type Similar<T> = {
  thread: T;
  /** From 0 to 1: how much of what the question says, weighed by rarity, the thread says too. */
  likeness: number;
};

/** An index of threads that answers many queries. */
export type SimilarIndex<T> = {
  /** The threads most like a question, nearest first; those that have little in common with it are not named. */
  find: (question: Comparable, count: number) => Similar<T>[];
};

const fields = { title: 3, tags: 2, question: 1, answers: 0.5 };
/** How fast a term that comes often stops to count more (BM25's k1), and how much the length of a text matters (its b). */
const saturation = 1.2;
const lengthShare = 0.6;
/** A thread that has less than this share of what a question says is not like it. */
const leastLikeness = 0.08;

/** The threads of a corpus most like a question, nearest first. For many questions make an index once. */
export function similarTo<T extends Comparable>(
  question: Comparable,
  corpus: readonly T[],
  count: number,
): Similar<T>[] {
  return createSimilarIndex(corpus).find(question, count);
}

/**
 * Indexes threads by the stems of their words and by their tags. The measure is BM25F: S. Robertson, H. Zaragoza,
 * The Probabilistic Relevance Framework: BM25 and Beyond (2009), section 3.6.
 */
export function createSimilarIndex<T extends Comparable>(corpus: readonly T[]): SimilarIndex<T> {
  const weighed = corpus.map(weigh);
  const averageLength = weighed.reduce((sum, { length }) => sum + length, 0) / Math.max(1, corpus.length);
  const postings = new Map<string, { threads: number[]; gains: number[] }>();
  weighed.forEach(({ terms, length }, number) => {
    const norm = saturation * (1 - lengthShare + (lengthShare * length) / averageLength);
    for (const [term, weight] of terms) {
      let list = postings.get(term);
      if (!list) postings.set(term, (list = { threads: [], gains: [] }));
      list.threads.push(number);
      list.gains.push(weight / (weight + norm));
    }
  });
  return {
    find(question, count) {
      const scores = new Map<number, number>();
      let whole = 0;
      for (const [term, weight] of weigh({ ...question, answers: [] }).terms) {
        const list = postings.get(term);
        const found = list?.threads.length ?? 0;
        const gain = (weight / (weight + saturation)) * Math.log(1 + (corpus.length - found + 0.5) / (found + 0.5));
        whole += gain;
        list?.threads.forEach((thread, index) => {
          scores.set(thread, (scores.get(thread) ?? 0) + gain * (list.gains[index] ?? 0));
        });
      }
      return [...scores]
        .map(([thread, score]) => ({ thread, likeness: score / whole }))
        .filter(({ likeness }) => likeness >= leastLikeness)
        .sort((a, b) => b.likeness - a.likeness || a.thread - b.thread)
        .slice(0, count)
        .flatMap(({ thread, likeness }) => {
          const found = corpus[thread];
          return found ? [{ thread: found, likeness: Math.min(1, likeness) }] : [];
        });
    },
  };
}

function weigh({ title, tags, question, answers }: Comparable): { terms: Map<string, number>; length: number } {
  const terms = new Map<string, number>();
  let length = 0;
  const add = (term: string, weight: number) => {
    terms.set(term, (terms.get(term) ?? 0) + weight);
    length += weight;
  };
  for (const word of words(title)) add(stemmer(word), fields.title);
  for (const word of words(question)) add(stemmer(word), fields.question);
  for (const word of words((answers ?? []).join('\n'))) add(stemmer(word), fields.answers);
  for (const tag of tags) add(`[${tag}]`, fields.tags);
  return { terms, length };
}
