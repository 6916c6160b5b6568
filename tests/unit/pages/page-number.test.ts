import { expect, it } from 'vitest';
import { lastPage, pageNumber } from '../../../src/pages/_page-number.ts';

it.each([
  ['2', 2],
  ['10', 10],
  ['1', undefined],
  ['0', undefined],
  ['02', undefined],
  ['2x', undefined],
  ['99999999', undefined],
  [undefined, undefined],
])('%j is page %s', (part, expected) => {
  expect(pageNumber(part)).toBe(expected);
});

it.each([
  [0, 30, 1],
  [30, 30, 1],
  [31, 30, 2],
])('%d things, %d a page, make %d pages', (total, size, expected) => {
  expect(lastPage(total, size)).toBe(expected);
});
