import { expect, test } from 'vitest';
import { findSmuggled, findUseless, visiblePart } from '../../../src/core/invisible.ts';

const scotland = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';

test.each([
  ['a family in emoji', '👩\u200d👩\u200d👧 and 👍🏽\u200d♂\ufe0f'],
  ['a heart with its selector', '❤\ufe0f 1\ufe0f\u20e3'],
  ['a flag of tags', scotland],
  ['Persian with a joiner that parts', 'می\u200cخواهم'],
  ['Hindi with joiners', 'क्\u200dष'],
  ['Thai with breaks', 'ภาษา\u200bไทย'],
  ['Hebrew with a mark of direction', 'שלום\u200f (C++)'],
  ['a Han variant', '葛\u{e0100}城'],
  ['Mongolian', 'ᠮᠤᠩᠭᠤᠯ\u180e\u1820'],
  ['tabs and line breaks', 'a\tb\r\nc'],
])('%s is of use', (_, text) => {
  expect(findUseless(text)).toBeUndefined();
  expect(findSmuggled(text)).toBeUndefined();
});

test.each([
  ['no width', 'pass\u200bword', 4, 'U+200B'],
  ['a soft hyphen', 'rm\u00ad', 2, 'U+00AD'],
  ['a joiner of words', 'a\u2060b', 1, 'U+2060'],
  ['a joiner between Latin letters', 'a\u200db', 1, 'U+200D'],
  ['a mark of direction among Latin letters', 'a\u200eb', 1, 'U+200E'],
  ['a filler', 'const \u3164 = 1', 6, 'U+3164'],
  ['an empty Braille pattern', '\u2800', 0, 'U+2800'],
  ['a selector behind a letter', 'a\ufe0f', 1, 'U+FE0F'],
  ['a byte-order mark', 'a\ufeff', 1, 'U+FEFF'],
  ['an override', 'a\u202eb', 1, 'U+202E'],
  ['an Arabic mark', 'a\u061cb', 1, 'U+061C'],
  ['a tag', 'a\u{e0041}', 1, 'U+E0041'],
])('%s is of no use', (_, text, offset, name) => {
  expect(findUseless(text)).toEqual({ offset, name });
});

test.each([
  ['tags', `${scotland} a\u{e0048}\u{e0069}`, 16, 'U+E0048'],
  ['selectors one behind the other', '😀\ufe01\ufe02', 3, 'U+FE02'],
  ['selectors of the other kind', '😀\u{e0101}\u{e0102}', 4, 'U+E0102'],
])('%s hide a message', (_, text, offset, name) => {
  expect(findSmuggled(text)).toEqual({ offset, name });
});

test('soft hyphens and breaks in text hide nothing', () => {
  expect(findSmuggled('Donau\u00addampf\u200bschiff\u2060')).toBeUndefined();
});

test('what is to be seen', () => {
  expect(visiblePart('\u200b\u00ad\u3164\u2800\u{e0041}\ufe0f \u0007')).toBe(' ');
  expect(visiblePart('a\u200bb c')).toBe('ab c');
});
