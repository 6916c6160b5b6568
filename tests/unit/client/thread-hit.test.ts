import { expect, it } from 'vitest';
import { threadHit } from '../../../src/client/thread-hit.ts';
import { encodeRecord } from '../../../src/core/search-record.ts';
import { fragment } from './fragment.ts';

const stretch = (id: string, score: number, record = {}) => ({
  url: `/archive/questions/locks/#${id}`,
  excerpt: `In <mark>${id}</mark>.`,
  anchor: { id, title: encodeRecord({ author: 'Eve', votes: 1, ...record }) },
  weighted_locations: [{ balanced_score: score }],
});

it('has the posts that were found, best first, each with its own address', () => {
  const found = fragment('locks');
  expect(
    threadHit(
      { ...found, sub_results: [stretch('_question', 2), stretch('a', 1), stretch('b', 5, { accepted: true })] },
      'en',
      '/archive/',
    ),
  ).toEqual({
    url: '/archive/questions/locks/',
    title: 'locks',
    tags: ['c#'],
    lang: 'en',
    question: { author: 'Ada', votes: 3, answerCount: 1, hasAccepted: false },
    posts: [
      {
        url: '/archive/questions/locks/#b',
        isAnswer: true,
        record: { author: 'Eve', votes: 1, accepted: true, answerCount: 0, hasAccepted: false },
        excerpt: [
          { text: 'In ', marked: false },
          { text: 'b', marked: true },
          { text: '.', marked: false },
        ],
      },
      {
        url: '/archive/questions/locks/',
        isAnswer: false,
        record: { author: 'Eve', votes: 1, answerCount: 0, hasAccepted: false },
        excerpt: [
          { text: 'In ', marked: false },
          { text: '_question', marked: true },
          { text: '.', marked: false },
        ],
      },
      {
        url: '/archive/questions/locks/#a',
        isAnswer: true,
        record: { author: 'Eve', votes: 1, answerCount: 0, hasAccepted: false },
        excerpt: [
          { text: 'In ', marked: false },
          { text: 'a', marked: true },
          { text: '.', marked: false },
        ],
      },
    ],
  });
});

it('opens with the question where only the title was found', () => {
  expect(threadHit(fragment('locks'), 'en', '/archive/')?.posts).toEqual([
    {
      url: '/archive/questions/locks/',
      isAnswer: false,
      record: { author: 'Ada', votes: 3, answerCount: 1, hasAccepted: false },
      excerpt: [{ text: 'The opening of it.', marked: false }],
    },
  ]);
});

it.each([
  'javascript:alert(1)',
  'https://elsewhere.example/archive/',
  '//elsewhere.example/archive/',
  '/other/',
  'data:text/html,x',
])('refuses a hit that leads to %s', (url) => {
  expect(threadHit({ ...fragment('locks'), url }, 'en', '/archive/')).toBeUndefined();
});
