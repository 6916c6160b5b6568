import { expect, it } from 'vitest';
import { mergeHits, type ResultList } from '../../../src/client/merge-hits.ts';
import { fragment } from './fragment.ts';

type Item = [slug: string, score: number];

/** A list in one language, and what was loaded of it. */
function list(language: string, items: Item[]): ResultList & { loaded: string[] } {
  const loaded: string[] = [];
  return {
    language,
    loaded,
    results: items.map(([slug, score], row) => ({ row, score, data: slug, isInText: true, isInTitle: false })),
    fragment: ({ data = '' }) => {
      loaded.push(data);
      return Promise.resolve(fragment(data));
    },
  };
}

const titles = (hits: { title: string }[]) => hits.map(({ title }) => title);

it('gives the hits of one list in its order, a few at a time', async () => {
  const only = list('en', [
    ['a', 9],
    ['b', 5],
    ['c', 1],
  ]);
  const next = mergeHits([only], '', '/archive/');
  expect(titles(await next(2))).toEqual(['a', 'b']);
  expect(only.loaded).toEqual(['a', 'b']);
  expect(titles(await next(2))).toEqual(['c']);
  expect(await next(2)).toEqual([]);
});

it('joins languages by their scores', async () => {
  const next = mergeHits(
    [
      list('en', [
        ['a', 9],
        ['b', 2],
      ]),
      list('ru', [['c', 5]]),
    ],
    '',
    '/archive/',
  );
  const hits = await next(10);
  expect(hits.map(({ title, lang }) => [title, lang])).toEqual([
    ['a', 'en'],
    ['c', 'ru'],
    ['b', 'en'],
  ]);
});

it('loads only what it gives, and puts what has nothing to be sorted by last', async () => {
  const english = list('en', [
    ['a', 9],
    ['b', 4],
    ['c', -Infinity],
  ]);
  const russian = list('ru', [
    ['d', 5],
    ['e', -1],
  ]);
  const next = mergeHits([english, russian], '', '/archive/');
  expect(titles(await next(2))).toEqual(['a', 'd']);
  expect(english.loaded).toEqual(['a']);
  expect(russian.loaded).toEqual(['d']);
  expect(titles(await next(5))).toEqual(['b', 'e', 'c']);
});
