import { expect, it } from 'vitest';
import { mergeHits, type ResultList } from '../../../src/client/merge-hits.ts';
import type { HitOptions, ThreadHit } from '../../../src/core/thread-hit.ts';

type Item = [slug: string, score: number];

function hitOf(title: string, { lang, base }: HitOptions): ThreadHit {
  const question = { author: 'Ada', votes: 3, answerCount: 1, hasAccepted: false };
  return { url: `${base}questions/${title}/`, title, tags: [], lang, question, posts: [] };
}

/** A list in one language, and what was loaded of it. */
function list(language: string, items: Item[]): ResultList & { loaded: string[] } {
  const loaded: string[] = [];
  return {
    language,
    loaded,
    results: items.map(([, score], row) => ({ row, score, by: [], isInText: true, isInTitle: false })),
    hit: ({ row }, options) => {
      const [slug = ''] = items[row] ?? [];
      loaded.push(slug);
      return Promise.resolve(slug === '' ? undefined : hitOf(slug, options));
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

it('gives hits that did not come when it is asked for them again', async () => {
  const whole = list('en', [
    ['a', 9],
    ['b', 5],
    ['c', 1],
  ]);
  let isOffline = false;
  const part: ResultList = {
    ...whole,
    hit: (found, options) => (isOffline ? Promise.reject(new Error('gone')) : whole.hit(found, options)),
  };
  const next = mergeHits([part], '', '/archive/');
  expect(titles(await next(1))).toEqual(['a']);
  isOffline = true;
  await expect(next(2)).rejects.toThrow('gone');
  isOffline = false;
  expect(titles(await next(2))).toEqual(['b', 'c']);
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

it('tells a part what to mark, the base, and the posts that were asked for, and leaves out what has no address', async () => {
  const asked: unknown[] = [];
  const found = { row: 0, score: 9, by: ['lock'], isInText: true, isInTitle: false };
  const only: ResultList = {
    language: 'en',
    results: [
      { ...found, posts: [1, 3] },
      { ...found, row: 1, score: 8 },
    ],
    hit: ({ row, by }, options) => {
      asked.push([row, by, options]);
      return Promise.resolve(row === 0 ? undefined : hitOf('b', options));
    },
  };
  expect(titles(await mergeHits([only], 'lock files', '/archive/')(5))).toEqual(['b']);
  const options = { lang: 'en', base: '/archive/', query: 'lock files' };
  expect(asked).toEqual([
    [0, ['lock'], { ...options, posts: [1, 3] }],
    [1, ['lock'], options],
  ]);
});
