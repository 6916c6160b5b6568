import { expect, it } from 'vitest';
import { pageWindow } from '../../../../src/components/site/page-window.ts';

it.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 15, [1, 2, undefined, 15]],
  [4, 15, [1, 2, 3, 4, 5, undefined, 15]],
  [8, 15, [1, undefined, 7, 8, 9, undefined, 15]],
  [12, 15, [1, undefined, 11, 12, 13, 14, 15]],
  [15, 15, [1, undefined, 14, 15]],
])('page %d of %d shows %j', (page, last, expected) => {
  expect(pageWindow(page, last)).toEqual(expected);
});
