import { listByTerm, packVectors } from './packed-vectors.ts';
import type { TermVector } from './term-vector.ts';

/** A thread by its place in the list that was indexed. */
export type Near = {
  place: number;
  /** From 0 (nothing in common) to 1 (the same words equally often). */
  likeness: number;
};

export type VectorIndex = {
  /** The threads most like a vector, nearest first; those with less than a least likeness are not named. */
  nearest: (vector: TermVector, count: number, leastLikeness: number) => Near[];
  /** The same for a thread of the index, which is not named itself. */
  nearestTo: (place: number, count: number, leastLikeness: number) => Near[];
};

/** In an archive of so few threads every term leads to the threads that have it. */
const smallArchive = 2000;
/** In a larger one, terms of more threads than this lead to none: walking them for each thread would be quadratic. */
const longestList = 200;
/** The rarest and weightiest terms of a query lead to the threads that are compared with it. */
const termsWalked = 20;
/** How many threads are compared in full for each that is asked for. */
const comparedEach = 3;

/**
 * Finds what is like a thread by the cosine of their vectors, each term weighed by its rarity (inverse document frequency, as in
 * BM25). In a large archive the threads that are compared are those that share rare terms, so that a query's time does not grow with it.
 */
export function createVectorIndex(vectors: readonly TermVector[]): VectorIndex {
  const packed = packVectors(vectors);
  const { numbers, frequencies, starts, terms, weights } = packed;
  const isSmall = vectors.length <= smallArchive;
  const lists = listByTerm(packed, isSmall ? smallArchive : longestList);
  const mostWalked = isSmall ? Infinity : termsWalked;
  const rarityOf = (frequency: number) => Math.log(1 + (vectors.length - frequency + 0.5) / (frequency + 0.5));
  const rarities = Float32Array.from(frequencies, rarityOf);
  const lengths = Float32Array.from(vectors, (_, place) => {
    let sum = 0;
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++)
      sum += (rarities[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0) ** 2;
    return Math.sqrt(sum);
  });
  const scores = new Float32Array(vectors.length);
  /** What the query gives for each term that a thread has, by the number of the term; 0 between queries. */
  const gains = new Float32Array(frequencies.length);

  const listLength = (term: number) => (lists.starts[term + 1] ?? 0) - (lists.starts[term] ?? 0);
  const candidates = (known: readonly number[], count: number, except: number): number[] => {
    // A thread of the index is in the list of each of its terms.
    const walked = known.filter((term) => listLength(term) > (except < 0 ? 0 : 1));
    if (walked.length > mostWalked)
      walked.sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b).length = mostWalked;
    const touched: number[] = [];
    for (const term of walked) {
      const end = lists.starts[term + 1] ?? 0;
      const gain = gains[term] ?? 0;
      for (let at = lists.starts[term] ?? 0; at < end; at++) {
        const place = lists.places[at] ?? 0;
        const before = scores[place] ?? 0;
        if (before === 0) touched.push(place);
        scores[place] = before + gain * (lists.weights[at] ?? 0);
      }
    }
    if (except >= 0) scores[except] = 0;
    const best = bestOf(touched, (place) => (scores[place] ?? 0) / (lengths[place] ?? 1), count);
    for (const place of touched) scores[place] = 0;
    return best;
  };

  /** The sum over the terms that a thread and the query have. */
  const product = (place: number): number => {
    let sum = 0;
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at++) sum += (gains[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0);
    return sum;
  };

  /** @param known the terms of the query that threads have; what they give is in `gains`, and is set back to 0 */
  const search = (known: readonly number[], length: number, count: number, leastLikeness: number, except: number) => {
    const near = candidates(known, count * comparedEach, except).map((place) => ({
      place,
      likeness: Math.min(1, product(place) / (length * (lengths[place] ?? 1))),
    }));
    for (const term of known) gains[term] = 0;
    return near
      .filter(({ likeness }) => likeness >= leastLikeness)
      .sort((a, b) => b.likeness - a.likeness || a.place - b.place)
      .slice(0, count);
  };

  return {
    nearest(vector, count, leastLikeness) {
      const known: number[] = [];
      let squares = 0;
      vector.terms.forEach((hash, i) => {
        const term = numbers.get(hash);
        const weight = vector.weights[i] ?? 0;
        const rarity = term === undefined ? rarityOf(1) : (rarities[term] ?? 0);
        squares += rarity * weight ** 2;
        if (term === undefined) return;
        known.push(term);
        gains[term] = rarity * weight;
      });
      return search(known, Math.sqrt(squares), count, leastLikeness, -1);
    },
    nearestTo(place, count, leastLikeness) {
      const known: number[] = [];
      const end = starts[place + 1] ?? 0;
      for (let at = starts[place] ?? 0; at < end; at++) {
        const term = terms[at] ?? 0;
        known.push(term);
        gains[term] = (rarities[term] ?? 0) * (weights[at] ?? 0);
      }
      return search(known, lengths[place] ?? 1, count, leastLikeness, place);
    },
  };
}

/** The places with the highest values, the best first; those without any value are left out. */
function bestOf(places: readonly number[], valueOf: (place: number) => number, count: number): number[] {
  const best: { place: number; value: number }[] = [];
  for (const place of places) {
    const value = valueOf(place);
    const last = best[count - 1];
    if (value === 0 || (last && (value < last.value || (value === last.value && place > last.place)))) continue;
    let at = best.length;
    for (let next = best[at - 1]; next && (next.value < value || (next.value === value && next.place > place));)
      next = best[--at - 1];
    best.splice(at, 0, { place, value });
    if (best.length > count) best.pop();
  }
  return best.map(({ place }) => place);
}
