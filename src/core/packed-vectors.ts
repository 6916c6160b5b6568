import type { TermVector } from './term-vector.ts';

/** Vectors one behind the other in typed arrays. Terms are numbered from 0 in the order in which they first come. */
export type PackedVectors = {
  /** The number of a term by its hash. */
  numbers: ReadonlyMap<number, number>;
  /** How many vectors have a term, by its number. */
  frequencies: Uint32Array;
  /** Where each vector begins in `terms` and `weights`; at last, where all end. */
  starts: Uint32Array;
  /** Numbers of terms, in each vector in the order of their hashes. */
  terms: Uint32Array;
  weights: Uint8Array;
};

export function packVectors(vectors: readonly TermVector[]): PackedVectors {
  const numbers = new Map<number, number>();
  const starts = new Uint32Array(vectors.length + 1);
  vectors.forEach((vector, place) => (starts[place + 1] = (starts[place] ?? 0) + vector.terms.length));
  const total = starts[vectors.length] ?? 0;
  const terms = new Uint32Array(total);
  const weights = new Uint8Array(total);
  const frequencies = new Uint32Array(total);
  let at = 0;
  for (const vector of vectors) {
    weights.set(vector.weights, at);
    for (const hash of vector.terms) {
      let number = numbers.get(hash);
      if (number === undefined) numbers.set(hash, (number = numbers.size));
      terms[at++] = number;
      frequencies[number] = (frequencies[number] ?? 0) + 1;
    }
  }
  return { numbers, frequencies: frequencies.slice(0, numbers.size), starts, terms, weights };
}

/** For each term, the vectors that have it: from `starts[term]` to `starts[term + 1]` in `places` and `weights`. */
export type Postings = { starts: Uint32Array; places: Uint32Array; weights: Uint8Array };

/** @param longest terms of more vectors than this get an empty list, and so do those of one vector alone */
export function listByTerm({ frequencies, ...packed }: PackedVectors, longest: number): Postings {
  const starts = new Uint32Array(frequencies.length + 1);
  frequencies.forEach((frequency, term) => {
    starts[term + 1] = (starts[term] ?? 0) + (frequency <= longest ? frequency : 0);
  });
  const places = new Uint32Array(starts[frequencies.length] ?? 0);
  const weights = new Uint8Array(places.length);
  const next = starts.slice();
  for (let place = 0; place + 1 < packed.starts.length; place++) {
    const end = packed.starts[place + 1] ?? 0;
    for (let from = packed.starts[place] ?? 0; from < end; from++) {
      const term = packed.terms[from] ?? 0;
      if ((frequencies[term] ?? 0) > longest) continue;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      places[at] = place;
      weights[at] = packed.weights[from] ?? 0;
    }
  }
  return { starts, places, weights };
}
