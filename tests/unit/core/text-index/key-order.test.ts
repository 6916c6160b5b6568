import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstBehind, firstFrom, isBefore } from '../../../../src/core/text-index/key-order.ts';

it('orders words by code points', () => {
  const character = fc.constantFrom('a', 'b', 'я', '数', '\uE000', 'ｗ', '\u{10000}', '😀', '😁');
  const word = fc.array(character, { maxLength: 4 }).map((characters) => characters.join(''));
  const bytes = (text: string) => Buffer.from(text);
  fc.assert(
    fc.property(word, word, (a, b) => {
      // UTF-8 keeps the order of code points.
      expect(isBefore(a, b)).toBe(Buffer.compare(bytes(a), bytes(b)) < 0);
    }),
  );
  expect([isBefore('ｗ', '😀'), isBefore('😀', 'ｗ'), isBefore('a', 'a')]).toEqual([true, false, false]);
});

it('finds the first key from a word on, and behind it', () => {
  const keys = ['a', 'lock', 'log', 'ｗ', '😀'];
  const words = ['', 'a', 'loc', 'lock', 'locks', '😀', '😁'];
  expect(words.map((word) => firstFrom(keys, word))).toEqual([0, 0, 1, 1, 2, 4, 5]);
  expect(words.map((word) => firstBehind(keys, word))).toEqual([0, 1, 1, 2, 2, 5, 5]);
  expect([firstFrom([], 'a'), firstBehind([], 'a')]).toEqual([0, 0]);
});
