import { describe, expect, it } from 'vitest';
import {
  emptySearch,
  hasFilters,
  isEmptySearch,
  isTooLong,
  longestQuery,
  longestTyped,
  readSearch,
  shortened,
  withoutFilters,
  writeSearch,
  type SearchState,
} from '../../../src/core/search-state.ts';

const full: SearchState = {
  query: 'c++ "a & b"',
  tags: ['c++', '.net'],
  author: 'ada',
  answered: true,
  accepted: false,
  year: '2024',
  lang: 'ru',
  sort: 'votes',
};

describe('the address of a search', () => {
  it('says everything', () => {
    expect(writeSearch(full)).toBe(
      '?q=c%2B%2B+%22a+%26+b%22&tag=c%2B%2B&tag=.net&author=ada&answered=yes&accepted=no&year=2024&lang=ru&sort=votes',
    );
  });

  it('reads back as it was written', () => {
    expect(readSearch(new URLSearchParams(writeSearch(full)))).toEqual(full);
    expect(writeSearch(emptySearch)).toBe('');
    expect(readSearch(new URLSearchParams(''))).toEqual(emptySearch);
  });

  it.each(['x', '锁', '😀', '%', 'a b '])('is one that servers take, whatever is written: %s', (text) => {
    const address = writeSearch({ ...full, query: text.repeat(5000) });
    expect(address.length).toBeLessThan(3000);
    expect(readSearch(new URLSearchParams(address)).query).toBe(shortened(text.repeat(5000)));
    expect(encodeURIComponent('锁').length * longestTyped).toBeLessThan(8000);
  });

  it('leaves out what it does not understand', () => {
    expect(
      readSearch(new URLSearchParams('?q=%00a%0A%20b%1F&tag=&tag=x&tag=x&answered=maybe&sort=price&author=%20')),
    ).toEqual({
      query: 'a b',
      tags: ['x'],
      sort: 'relevance',
    });
    expect(readSearch(new URLSearchParams('?answered=constructor&accepted=toString&sort=__proto__'))).toEqual(
      emptySearch,
    );
  });
});

it('tells filters from words', () => {
  expect(hasFilters(full)).toBe(true);
  expect(hasFilters(withoutFilters(full))).toBe(false);
  expect(hasFilters({ ...emptySearch, answered: false })).toBe(true);
  expect(isEmptySearch({ ...emptySearch, sort: 'votes' })).toBe(true);
  expect(isEmptySearch({ ...emptySearch, year: '2024' })).toBe(false);
});

it('tells what is too long by what is read of it', () => {
  expect(isTooLong('x'.repeat(longestQuery))).toBe(false);
  expect(isTooLong('x'.repeat(longestQuery + 1))).toBe(true);
  expect(isTooLong(`x${' '.repeat(longestQuery)}x`)).toBe(false);
});

it('cuts a query that is too long, and no character in half', () => {
  expect(shortened('short')).toBe('short');
  expect(shortened('x'.repeat(5000))).toBe('x'.repeat(longestQuery));
  expect(shortened('quantum '.repeat(700))).toBe('quantum '.repeat(longestQuery / 8).trim());
  expect(shortened(`golang ${'锁'.repeat(400)}`)).toBe(`golang ${'锁'.repeat(longestQuery - 7)}`);
  expect(shortened(`${'x'.repeat(longestQuery - 1)}😀`)).toBe('x'.repeat(longestQuery - 1));
});
