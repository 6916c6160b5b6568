import type { FoundRows } from './find-rows.ts';
import type { MatchedWord } from './match-words.ts';

/** A place that several terms match, as they do a compound word. */
type Shared = { words: number[]; weight: number };

const heaviest = 255;

/**
 * Opens the weights of what a query matches in texts. It is run for each page that is found, so it remembers what is at a place not
 * in a list but by the place.
 * @returns adds, for the page at a position in what was found, how much each matched word weighs in its text
 */
export function wordWeights(
  matched: readonly MatchedWord[],
  found: FoundRows,
): (index: number, add: (word: number, weight: number) => void) => void {
  /** Of each place, the last page that had a word there, which word it was, and its weight. */
  let [pages, words, weights] = [new Int32Array(1024).fill(-1), new Int32Array(1024), new Uint8Array(1024)];
  const shared = new Map<number, Shared>();
  const terms = matched.map(({ term }) => term);

  const share = (place: number, word: number, weight: number) => {
    const one = shared.get(place) ?? { words: [words[place] ?? 0], weight: weights[place] ?? 0 };
    // Of several words of one term at a place, the first counts.
    if (one.words.some((known) => terms[known] === terms[word])) return;
    one.words.push(word);
    one.weight = Math.min(one.weight, weight);
    shared.set(place, one);
  };

  return (index, add) => {
    for (let match = found.begins[index] ?? 0; match < (found.begins[index + 1] ?? 0); match++) {
      const word = found.words[match] ?? 0;
      const postings = matched[word]?.postings;
      const posting = found.postings[match] ?? 0;
      if (!postings) continue;
      const { begins, places: ownPlaces, weights: ownWeights } = postings;
      const end = begins[posting + 1] ?? 0;
      let sum = 0;
      for (let at = begins[posting] ?? 0; at < end; at++) {
        const place = ownPlaces[at] ?? 0;
        const weight = ownWeights[at] ?? 0;
        if (place >= pages.length) {
          const length = 2 ** Math.ceil(Math.log2(place + 1));
          pages = grown(pages, new Int32Array(length).fill(-1));
          words = grown(words, new Int32Array(length));
          weights = grown(weights, new Uint8Array(length));
        }
        if (pages[place] === index) share(place, word, weight);
        else {
          pages[place] = index;
          words[place] = word;
          weights[place] = weight;
          sum += weight;
        }
      }
      add(word, sum);
    }
    if (shared.size === 0) return;
    for (const [place, one] of shared) {
      const weight = Math.min(heaviest, one.weight * one.words.length);
      one.words.forEach((word, number) => {
        // The first was counted as if it were alone.
        add(word, number === 0 ? weight - (weights[place] ?? 0) : weight);
      });
    }
    shared.clear();
  };
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
