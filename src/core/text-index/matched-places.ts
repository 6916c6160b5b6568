import type { FoundRows } from './find-rows.ts';
import type { MatchedWord } from './match-words.ts';

/** A place in the text of a page that has a word of the query, and how much that says. */
export type FoundPlace = { place: number; score: number };

const heaviest = 255;

/**
 * The places in the text of a page that a query matches, in order.
 * @param index position of the page in what was found
 */
export function matchedPlaces(matched: readonly MatchedWord[], found: FoundRows, index: number): FoundPlace[] {
  const byPlace = new Map<number, { words: MatchedWord[]; weight: number }>();
  for (let match = found.begins[index] ?? 0; match < (found.begins[index + 1] ?? 0); match++) {
    const word = matched[found.words[match] ?? 0];
    const posting = found.postings[match] ?? 0;
    if (!word) continue;
    const { begins, places, weights } = word.postings;
    for (let at = begins[posting] ?? 0; at < (begins[posting + 1] ?? 0); at++) {
      const place = places[at] ?? 0;
      const here = byPlace.get(place) ?? { words: [], weight: heaviest };
      byPlace.set(place, here);
      // Of several words of one term at a place, the first counts.
      if (here.words.some(({ term }) => term === word.term)) continue;
      here.words.push(word);
      here.weight = Math.min(here.weight, weights[at] ?? 0);
    }
  }
  return [...byPlace]
    .map(([place, { words, weight }]) => ({
      place,
      score: Math.min(heaviest, weight * words.length) ** 2 * words.reduce((sum, { nearness }) => sum + nearness, 0),
    }))
    .sort((a, b) => a.place - b.place);
}
