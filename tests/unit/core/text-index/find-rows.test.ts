import { describe, expect, it } from 'vitest';
import { findRows } from '../../../../src/core/text-index/find-rows.ts';
import { matchedWords, type Matching } from './matched.ts';

const on = (...rows: number[]) => Object.fromEntries(rows.map((row) => [row, { text: [0] }]));

/** What is found on ten pages: of each page its words, by their position among those that are matched, and where in their lists it is. */
function found(words: Matching[], terms: number) {
  const { rows, counts, begins, words: own, postings } = findRows(matchedWords(words), terms, 10);
  const matches = Array.from(rows, (row, index) => {
    const [begin, end] = [begins[index], begins[index + 1]];
    return [row, [...own.subarray(begin, end)], [...postings.subarray(begin, end)]];
  });
  return { counts, matches };
}

describe('findRows', () => {
  it('finds the pages that have every term, in any of its words', () => {
    expect(
      found(
        [{ pages: on(1, 3, 5) }, { pages: on(3, 7) }, { term: 1, pages: on(0, 3, 7) }, { term: 1, pages: on(9) }],
        2,
      ),
    ).toEqual({
      counts: [4, 4],
      matches: [
        [3, [0, 1, 2], [1, 0, 1]],
        [7, [1, 2], [1, 2]],
      ],
    });
  });

  it('finds nothing if there is a term that no page has', () => {
    expect(found([{ pages: on(1) }, { term: 2, pages: on(1, 2) }], 3)).toEqual({ counts: [1, 0, 2], matches: [] });
  });

  it('finds nothing where no page has all terms', () => {
    expect(found([{ pages: on(1) }, { term: 1, pages: on(2) }], 2)).toEqual({ counts: [1, 1], matches: [] });
  });

  it('finds nothing of nothing', () => {
    expect(found([], 0)).toEqual({ counts: [], matches: [] });
    expect(found([], 2)).toEqual({ counts: [0, 0], matches: [] });
  });
});
