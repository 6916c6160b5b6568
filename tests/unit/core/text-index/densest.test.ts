import { expect, it } from 'vitest';
import { densest } from '../../../../src/core/text-index/densest.ts';

const at = (...places: number[]) => places.map((place) => ({ place, score: 1 }));

it('has as much as may be of what was found in the middle', () => {
  // The first places from which ten words have both are 42 to 50.
  expect(densest(at(10, 50, 51), 0, 100, 10)).toBe(46);
});

it('prefers what says more to what is more', () => {
  expect(densest([...at(10, 11, 12), { place: 60, score: 4 }], 0, 100, 10)).toBe(56);
});

it('is the first of several', () => {
  expect(densest(at(20, 80), 0, 100, 10)).toBe(16);
});

it('stays within the text', () => {
  expect([densest(at(30), 30, 90, 10), densest(at(89), 30, 90, 10)]).toEqual([30, 80]);
  expect(densest(at(33), 30, 35, 10)).toBe(30);
});

it('begins in the middle where nothing was found', () => {
  expect(densest([], 0, 5, 10)).toBe(0);
});
