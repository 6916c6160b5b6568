import { describe, expect, it } from 'vitest';
import { languages, words } from '../../../src/i18n/words.ts';

/** `key` or `key.form` with the `{places}` of each text. */
function placesOf(language: string): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const [key, text] of Object.entries(languages[language] ?? {}))
    places.set(key, (typeof text === 'string' ? text : text.other).match(/\{\w+\}/g)?.sort() ?? []);
  return places;
}

describe('words', () => {
  it.each(Object.keys(languages))('%s has the keys and the places of English', (language) => {
    expect(placesOf(language)).toEqual(placesOf('en'));
  });

  it.each(Object.keys(languages))('%s has every plural form that the language distinguishes', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const lacking = Object.entries(languages[language] ?? {}).flatMap(([key, text]) =>
      typeof text === 'string' || key.endsWith('Label')
        ? []
        : needed.filter((form) => text[form] === undefined).map((form) => `${key}.${form}`),
    );
    expect(lacking).toEqual([]);
  });

  it('chooses the plural form by the language', () => {
    const { count } = words('ru');
    expect([1, 2, 5, 11, 21, 1000].map((n) => count('answers', n))).toEqual([
      '1 ответ',
      '2 ответа',
      '5 ответов',
      '11 ответов',
      '21 ответ',
      '1\u00a0000 ответов',
    ]);
  });

  it('fills places, and leaves one that it has no value for', () => {
    expect(words('en').fill('pageOf', { page: 2 })).toBe('Page 2 of {last}');
  });

  it('writes days without the time zone of the machine', () => {
    expect(words('en-GB').date('2026-01-14T23:30:00Z')).toBe('14 January 2026');
    expect(words('en-GB').shortDate('2026-01-14')).toBe('14 Jan 2026');
  });

  it('keeps the region, and shows English for a language without a translation', () => {
    expect([words('de-AT').lang, words('ja').lang, words('ja').text.skip]).toEqual(['de-AT', 'en', 'Skip to the text']);
  });

  it.each([
    [0, '0'],
    [-2, '−2'],
    [999, '999'],
    [1000, '1k'],
    [1299, '1.2k'],
    [12_999, '12k'],
    [-1250, '−1.2k'],
    [123_456, '123k'],
    [999_999, '999k'],
    [1_234_567, '1.2M'],
  ])('shortens %d to %s', (value, expected) => {
    expect(words('en').shortNumber(value)).toBe(expected);
  });
});
