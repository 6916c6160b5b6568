import { expect, it } from 'vitest';
import { firstWords } from '../../../../src/components/thread/first-words.ts';

it.each([
  ['Delete it.', 20, 'Delete it.'],
  ['The order is defined: the template comes first', 22, 'The order is defined…'],
  ['Use the second alias, and then run it again', 21, 'Use the second alias…'],
  ['abcdefghijklmnopqrstuvwxyz', 10, 'abcdefghij…'],
  ['', 10, ''],
])('%j cut at %d is %j', (text, length, expected) => {
  expect(firstWords(text, length)).toBe(expected);
});
