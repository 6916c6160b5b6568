import { expect, test } from 'vitest';
import { foldName } from '../../../src/core/fold-name.ts';
import { tagName } from '../../../src/core/ids.ts';

test.each([
  ['straße', 'strasse'],
  ['ﬁle', 'file'],
  ['claſs', 'class'],
  ['ª', 'a'],
  ['ａｂｃ', 'abc'],
  ['cafe\u0301', 'café'],
  ['ｶﾅ', 'カナ'],
  ['x²', 'x2'],
  ['Django', 'django'],
])('%s is written %s', (name, canonical) => {
  expect(foldName(name)).toBe(canonical);
  expect(foldName(canonical)).toBe(canonical);
  expect(tagName.safeParse(name).success).toBe(false);
  expect(tagName.safeParse(canonical).success).toBe(true);
});

test.each([
  'c++',
  'c#',
  '.net',
  'базы-данных',
  'σοφός',
  'ısı',
  '日本語',
  '한글',
  'हिन्दी',
  'ก็',
  'größe'.replace('ß', 'ss'),
])('%s stays as it is', (name) => {
  expect(foldName(name)).toBe(name);
  expect(tagName.safeParse(name).success).toBe(true);
});

test('a tag that is not in its form is told it, and one of fillers that it has no letters', () => {
  const said = (tag: string) => tagName.safeParse(tag).error?.issues.map(({ message }) => message);
  expect(said('straße')).toEqual(['must be written strasse']);
  expect(said('py\ufe0fthon')).toEqual(['must be written python']);
  expect(said('\u3164')).toEqual(['must be written in letters']);
});
