import { expect, it } from 'vitest';
import { matchedPlaces } from '../../../../src/core/text-index/matched-places.ts';
import { foundIn, matchedWords, type Matching } from './matched.ts';

/** The places of the second of two pages. */
function places(words: Matching[]) {
  const matched = matchedWords(words);
  const found = foundIn(matched, 2);
  return matchedPlaces(matched, found, found.rows.indexOf(1));
}

it('has the places of all words in order, more for what weighs more and is nearer', () => {
  expect(
    places([
      { pages: { 0: { text: [1] }, 1: { text: [2, 9] } } },
      { nearness: 0.5, pages: { 1: { text: [4] } } },
      { term: 1, weight: 12, pages: { 0: { text: [5] }, 1: { text: [7] } } },
    ]),
  ).toEqual([
    { place: 2, score: 24 ** 2 },
    { place: 4, score: 24 ** 2 / 2 },
    { place: 7, score: 12 ** 2 },
    { place: 9, score: 24 ** 2 },
  ]);
});

it('has more for several terms in one compound word, by the lightest', () => {
  expect(
    places([
      { weight: 12, pages: { 1: { text: [3] } } },
      { term: 1, nearness: 0.5, pages: { 1: { text: [3] } } },
    ]),
  ).toEqual([{ place: 3, score: (2 * 12) ** 2 * 1.5 }]);
});

it('counts of several words of one term at a place the first', () => {
  expect(places([{ pages: { 1: { text: [3] } } }, { weight: 12, nearness: 0.5, pages: { 1: { text: [3] } } }])).toEqual(
    [{ place: 3, score: 24 ** 2 }],
  );
});

it('weighs no place more than the heaviest', () => {
  expect(
    places([
      { weight: 200, pages: { 1: { text: [3] } } },
      { term: 1, weight: 240, pages: { 1: { text: [3] } } },
    ]),
  ).toEqual([{ place: 3, score: 255 ** 2 * 2 }]);
});

it('has no places in titles', () => {
  expect(places([{ pages: { 1: { title: [0] } } }])).toEqual([]);
});
