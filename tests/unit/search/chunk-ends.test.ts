import { expect, it } from 'vitest';
import { chunkEnds } from '../../../src/search/chunk-ends.ts';

/** Words of so many bytes each, one behind the other. */
function row(sizes: [word: string, bytes: number][]) {
  let end = 0;
  return sizes.map(([word, bytes]) => ({ word, begin: end, end: (end += bytes) }));
}

it('cuts where neighbours have fewest letters in common, as soon as there is enough', () => {
  const words: [string, number][] = [
    ['lock', 10_000],
    ['locked', 5000],
    ['locks', 3000],
    ['log', 3000],
    ['logs', 3000],
    ['map', 9000],
  ];
  // Enough is there from `locked` on; between `logs` and `map` nothing is common.
  expect(chunkEnds(row(words))).toEqual([5, 6]);
});

it('leaves a word alone that is too large for any other', () => {
  const words: [string, number][] = [
    ['a', 100],
    ['the', 90_000],
    ['then', 100],
    ['there', 100],
  ];
  expect(chunkEnds(row(words))).toEqual([1, 2, 4]);
});

it('cuts nothing of nothing', () => {
  expect(chunkEnds([])).toEqual([]);
});
