import type { FoundRows } from './find-rows.ts';
import type { MatchedWord } from './match-words.ts';

/**
 * Told of a place in the text of a page.
 * @param words positions among the matched words: of each term that matches here, one; the next call has the same list
 * @param weight how much the words there say; more, if several terms match one compound word
 */
export type VisitPlace = (place: number, words: readonly number[], weight: number) => void;

/** Lists up to so long are put into order one by one. */
const short = 32;
const heaviest = 255;

/**
 * Opens the places that a query matches in texts.
 * @returns goes through those of one page in order; which page, is said by its position in `found`
 */
export function matchedPlaces(
  matched: readonly MatchedWord[],
  found: FoundRows,
): (index: number, visit: VisitPlace) => void {
  let [places, sources, weights] = [new Float64Array(256), new Uint32Array(256), new Uint8Array(256)];
  let length = 0;
  /** What stands first among equal places stays first. */
  const order = (place: number, index: number) => place * 2 ** 20 + index;

  const gather = (begin: number, end: number) => {
    length = 0;
    for (let at = begin; at < end; at++) {
      const word = found.words[at] ?? 0;
      const postings = matched[word]?.postings;
      const posting = found.postings[at] ?? 0;
      if (!postings) continue;
      const last = postings.begins[posting + 1] ?? 0;
      for (let one = postings.begins[posting] ?? 0; one < last; one++) {
        if (length === places.length) {
          places = grown(places, new Float64Array(length * 2));
          sources = grown(sources, new Uint32Array(length * 2));
          weights = grown(weights, new Uint8Array(length * 2));
        }
        sources[length] = word;
        weights[length] = postings.weights[one] ?? 0;
        places[length] = order(postings.places[one] ?? 0, length);
        length++;
      }
    }
    sort(places, length);
  };

  const words: number[] = [];
  return (index, visit) => {
    gather(found.begins[index] ?? 0, found.begins[index + 1] ?? 0);
    let [before, weight] = [-1, 0];
    const end = () => {
      if (words.length > 0) visit(before, words, Math.min(heaviest, weight * words.length));
      words.length = 0;
    };
    for (let at = 0; at < length; at++) {
      const key = places[at] ?? 0;
      const place = Math.floor(key / 2 ** 20);
      const source = key % 2 ** 20;
      const word = sources[source] ?? 0;
      if (place !== before) {
        end();
        before = place;
        weight = weights[source] ?? 0;
        words.push(word);
      } else if (!words.some((known) => matched[known]?.term === matched[word]?.term)) {
        weight = Math.min(weight, weights[source] ?? 0);
        words.push(word);
      }
    }
    end();
  };
}

function grown<T extends Float64Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function sort(numbers: Float64Array, length: number): void {
  if (length > short) {
    numbers.subarray(0, length).sort();
    return;
  }
  for (let end = 1; end < length; end++) {
    const number = numbers[end] ?? 0;
    let at = end;
    for (; at > 0 && (numbers[at - 1] ?? 0) > number; at--) numbers[at] = numbers[at - 1] ?? 0;
    numbers[at] = number;
  }
}
