import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutWords } from '../../../src/search/cut-words.ts';

/** A word that takes about so many bytes: its letters, 3, and of each page 3 and its places. */
function word(name: string, bytes: number) {
  const places = new Array<number>(Math.max(0, bytes - name.length - 6)).fill(1);
  return { word: name, forms: [{ form: name, postings: [{ row: 0, places, fieldPlaces: [] }] }] };
}

const cut = (words: [name: string, bytes: number][], limits = { least: 50, most: 100 }) =>
  Array.from(
    cutWords(
      words.map(([name, bytes]) => word(name, bytes)),
      limits,
    ),
    (chunk) => chunk.map(({ word }) => word),
  );

it('cuts where neighbours have fewest letters in common, once there is enough', () => {
  // Enough is there from `locked` on; between that and `map` nothing is common.
  expect(
    cut([
      ['lock', 40],
      ['locked', 15],
      ['map', 15],
      ['mapped', 15],
      ['maps', 15],
      ['mapsters', 15],
    ]),
  ).toEqual([
    ['lock', 'locked'],
    ['map', 'mapped', 'maps', 'mapsters'],
  ]);
});

it('cuts before a word that is too large for what is there, though that is not enough', () => {
  expect(
    cut([
      ['a', 15],
      ['b', 15],
      ['c', 900],
      ['d', 15],
    ]),
  ).toEqual([['a', 'b'], ['c'], ['d']]);
});

it('prefers enough to words with nothing in common', () => {
  expect(
    cut([
      ['a', 20],
      ['lock', 20],
      ['locked', 20],
      ['lockers', 20],
      ['locks', 60],
    ]),
  ).toEqual([['a', 'lock', 'locked', 'lockers'], ['locks']]);
});

it('leaves a word alone that is too large for any other', () => {
  expect(
    cut([
      ['a', 10],
      ['the', 900],
      ['then', 10],
      ['there', 10],
    ]),
  ).toEqual([['a'], ['the'], ['then', 'there']]);
});

it('counts places in all forms, and in fields', () => {
  const many = { form: 'über', postings: [{ row: 0, places: [], fieldPlaces: new Array<number>(90).fill(1) }] };
  const uber = { word: 'uber', forms: [{ form: 'uber', postings: [] }, many] };
  expect([...cutWords([uber, word('ugly', 20)], { least: 50, most: 100 })]).toEqual([[uber], [word('ugly', 20)]]);
});

it('cuts nothing of nothing', () => {
  expect(cut([])).toEqual([]);
});

it('leaves out no word, and keeps what it can below the most', () => {
  const sized = fc.tuple(fc.stringMatching(/^[ab]{1,4}$/), fc.integer({ min: 10, max: 150 }));
  fc.assert(
    fc.property(fc.array(sized, { maxLength: 30 }), (words) => {
      const chunks = cut(words);
      expect(chunks.flat()).toEqual(words.map(([name]) => name));
      let at = 0;
      for (const chunk of chunks) {
        const bytes = words.slice(at, (at += chunk.length)).reduce((sum, [, size]) => sum + size, 0);
        expect(chunk.length === 1 || bytes <= 100).toBe(true);
      }
    }),
  );
});
