import { expect, it } from 'vitest';
import { mergeHits, type ResultList } from '../../../src/client/merge-hits.ts';
import type { QuestionRecord } from '../../../src/core/search-record.ts';
import { fragment } from './fragment.ts';

type Item = [slug: string, score: number, question?: Partial<QuestionRecord>];

/** A list in one language, and the ids of what was loaded of it. */
function list(language: string, items: Item[]): ResultList & { loaded: string[] } {
  const loaded: string[] = [];
  return {
    language,
    loaded,
    results: items.map(([slug, score]) => ({ id: slug, score, data: slug })),
    fragment: (id) => {
      loaded.push(id);
      return Promise.resolve(fragment(id, items.find(([slug]) => slug === id)?.[2]));
    },
  };
}

const titles = (hits: { title: string }[]) => hits.map(({ title }) => title);

it('gives the hits of one list in its order, a few at a time', async () => {
  const only = list('en', [
    ['a', 1],
    ['b', 9],
    ['c', 5],
  ]);
  const next = mergeHits([only], { sort: 'votes', query: '' }, '/archive/');
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
    { sort: 'relevance', query: '' },
    '/archive/',
  );
  const hits = await next(10);
  expect(hits.map(({ title, lang }) => [title, lang])).toEqual([
    ['a', 'en'],
    ['c', 'ru'],
    ['b', 'en'],
  ]);
});

it('joins sorted languages by the threads themselves, and loads only what it must', async () => {
  const english = list('en', [
    ['a', 0, { votes: 9 }],
    ['b', 1, { votes: 4 }],
    ['c', 2, { votes: 1 }],
  ]);
  const russian = list('ru', [
    ['d', 0, { votes: 5 }],
    ['e', 1, { votes: -1 }],
  ]);
  const next = mergeHits([english, russian], { sort: 'votes', query: '' }, '/archive/');
  expect(titles(await next(2))).toEqual(['a', 'd']);
  expect(english.loaded).toEqual(['a', 'b']);
  expect(russian.loaded).toEqual(['d', 'e']);
  expect(titles(await next(5))).toEqual(['b', 'c', 'e']);
});

it('puts undated threads last when sorted by date', async () => {
  const next = mergeHits(
    [list('en', [['a', 0]]), list('ru', [['b', 0, { date: '2020-01-01', active: '2020-01-01' }]])],
    { sort: 'newest', query: '' },
    '/archive/',
  );
  expect(titles(await next(5))).toEqual(['b', 'a']);
});
