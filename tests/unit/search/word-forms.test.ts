import { expect, it } from 'vitest';
import { createWordForms } from '../../../src/search/word-forms.ts';
import { wordRuns } from '../../../src/search/word-runs.ts';

it('has the words of titles and texts as a query would have them, whole and in their parts', () => {
  const forms = createWordForms();
  const document = '<p title="none">The author’s @Decorator &amp; snake_case, 数据库, a C++.</p>';
  forms.add('en', wordRuns('Thread-safety?', document));
  expect(forms.of('en')).toEqual([
    '@decorator',
    'author',
    'authors',
    'c++',
    'case',
    'decorator',
    'safety',
    'snake',
    'snake_case',
    'the',
    'thread',
    'threadsafety',
    '数据库',
  ]);
});

it('has them by language, without diacritics, and none of languages without stems', () => {
  const forms = createWordForms();
  forms.add('de', wordRuns('Häuser', ''));
  forms.add('ru', wordRuns('ёлки й', ''));
  forms.add('zh', wordRuns('数据库', ''));
  expect(['de', 'ru', 'zh', 'fr'].map((language) => forms.of(language))).toEqual([['hauser'], ['елки'], [], []]);
});
