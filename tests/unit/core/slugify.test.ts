import { expect, test } from 'vitest';
import { slugify } from '../../../src/core/slugify.ts';

test.each([
  ['Is Django still good?', 'is-django-still-good'],
  ["Don't panic", 'dont-panic'],
  ['Вернуться на верх', 'vernutsya-na-verkh'],
  ['Übermäßig naïve Ångström', 'ubermassig-naive-angstrom'],
  ['🐈 ?!', ''],
  [`${'a'.repeat(70)} b`, 'a'.repeat(60)],
])('%s', (text, slug) => {
  expect(slugify(text)).toBe(slug);
});
