import { describe, expect, it } from 'vitest';
import { isInARow } from '../../../../src/core/text-index/in-a-row.ts';
import { openPhrase } from '../../../../src/core/text-index/phrase.ts';
import { foundIn, matchedWords, type Matching, type Where } from './matched.ts';

/** One page, which has of each term, in the order of the query, what is said. */
function page(...terms: (Where & Pick<Matching, 'isWhole' | 'term' | 'word'>)[]) {
  const matched = matchedWords(
    terms.map(({ isWhole = true, term, word, ...where }, index) => ({
      term: term ?? index,
      isWhole,
      ...(word === undefined ? {} : { word }),
      pages: { 0: where },
    })),
  );
  const found = foundIn(matched, 1);
  return {
    isRow: isInARow(matched, found, 0, [...found.counts.keys()]),
    runs: openPhrase(matched, found, found.counts.length)
      .inText(0)
      .map(({ first, last }) => [first, last]),
  };
}

describe('terms of a query', () => {
  it('are in a row in the text', () => {
    expect(page({ text: [3, 10, 20] }, { text: [5, 11, 21] }, { text: [12] })).toEqual({
      isRow: true,
      runs: [[10, 12]],
    });
  });

  it('are in a row twice', () => {
    expect(page({ text: [3, 10] }, { text: [4, 11] })).toEqual({
      isRow: true,
      runs: [
        [3, 4],
        [10, 11],
      ],
    });
  });

  it('are as far apart as in the query, if that has others between them', () => {
    const matched = matchedWords(
      [0, 1, 2].map((term) => ({ term, isWhole: true, pages: { 0: { text: [[4, 9], [6, 11], [7]][term] ?? [] } } })),
    );
    const found = foundIn(matched, 1);
    expect(isInARow(matched, found, 0, [1, 3, 4])).toBe(true);
    expect(isInARow(matched, found, 0, [0, 1, 2])).toBe(false);
    expect(isInARow(matched, found, 0, [0, 2, 4])).toBe(false);
  });

  it('are not in another order, or apart', () => {
    expect(page({ text: [4, 8] }, { text: [3, 6, 10] })).toEqual({ isRow: false, runs: [] });
  });

  it('are in a row in the title', () => {
    expect(page({ title: [0, 4] }, { title: [2, 5] })).toEqual({ isRow: true, runs: [] });
  });

  it('are in no row from one field to another, or to the text', () => {
    for (const place of [0, 1, 2, 3, 4]) expect(page({ tags: [2] }, { title: [place] }).isRow).toBe(false);
    expect(page({ text: [2] }, { title: [3] }).isRow).toBe(false);
    expect(page({ text: [2], tags: [0] }, { text: [5], title: [1] }).isRow).toBe(false);
  });

  it('may be one word, twice', () => {
    const twice = { word: 'a', text: [3, 4] };
    expect(page(twice, twice)).toEqual({ isRow: true, runs: [[3, 4]] });
    expect(page({ title: [3, 5] }, { title: [3, 5] }).isRow).toBe(false);
  });

  it('are what was typed, not longer words', () => {
    expect(page({ text: [3] }, { text: [4], isWhole: false })).toEqual({ isRow: false, runs: [] });
    expect(page({ text: [3] }, { text: [9], term: 1 }, { text: [4], term: 1, isWhole: false })).toEqual({
      isRow: false,
      runs: [],
    });
  });

  it.each([
    [[9], [4]],
    [[4], [9]],
    [[], [4]],
  ])('may be in two forms, at %j and at %j', (one, other) => {
    const terms = [{ text: [3] }, { text: one, term: 1 }, { text: other, term: 1 }];
    expect(page(...terms)).toEqual({ isRow: true, runs: [[3, 4]] });
  });

  it('are looked for in words that repeat each other without trying every way', () => {
    const all = Array.from({ length: 60 }, (_, place) => place);
    const terms = all.map(() => ({ text: all }));
    expect(page(...terms).runs[0]).toEqual([0, 0]);
  });

  it('are in a row for a phrase too where they are parts of one word, if they are two words', () => {
    expect(page({ text: [3, 9] }, { text: [3, 12] })).toEqual({ isRow: false, runs: [[3, 3]] });
    expect(page({ text: [3] }, { text: [3] }, { text: [4] })).toEqual({ isRow: false, runs: [[3, 4]] });
    expect(page({ text: [3] }, { text: [4] }, { text: [4] })).toEqual({ isRow: false, runs: [[3, 4]] });
    expect(page({ word: 'a', text: [3] }, { word: 'a', text: [3] })).toEqual({ isRow: false, runs: [] });
  });
});
