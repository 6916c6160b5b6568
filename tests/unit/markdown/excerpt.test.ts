import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/markdown/excerpt.ts';

test.each([
  ['a short text whole', 'one two', 10, 'one two'],
  ['whole words', 'one two three', 10, 'one two…'],
  ['a word that just fits', 'one two three', 8, 'one two…'],
  ['between signs where there are no blanks', '一二三四五六', 4, '一二三…'],
  ['whole families', 'ab👩‍👩‍👧cd', 9, 'ab…'],
  ['accents with their letter', 'aaae\u0301e\u0301', 5, 'aaa…'],
  ['nothing of what is longer in one sign', '👩‍👩‍👧👩‍👩‍👧', 9, '👩‍👩‍👧…'],
])('an excerpt has %s', (_, text, length, expected) => {
  expect(excerptOf(text, length)).toBe(expected);
  expect(excerptOf(text, length).length).toBeLessThanOrEqual(length);
});
