import { expect, it } from 'vitest';
import { languageAttributes } from '../../../src/i18n/language-attributes.ts';

it('says nothing where the language is that of the page', () => {
  expect(languageAttributes('en', 'en')).toEqual({});
});

it('names another language and its direction', () => {
  expect(languageAttributes('ar', 'en')).toEqual({ lang: 'ar', dir: 'rtl' });
});
