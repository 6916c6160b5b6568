import { expect, it } from 'vitest';
import { direction } from '../../../src/i18n/direction.ts';

it.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ks-Deva', 'ltr'],
])('%s is written %s', (lang, expected) => {
  expect(direction(lang)).toBe(expected);
});
