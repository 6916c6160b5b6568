import { expect, it } from 'vitest';
import { threadSlug } from '../../../src/core/ids.ts';
import type { ThreadSummary } from '../../../src/core/thread.ts';
import { eachOnce } from '../../../src/pages/questions/_each-once.ts';

const thread = (slug: string): ThreadSummary => ({
  slug: threadSlug.parse(slug),
  title: slug,
  excerpt: '',
  tags: [],
  lang: 'en',
  author: { name: 'ada' },
  votes: 0,
  answerCount: 0,
  commentCount: 0,
  hasAccepted: false,
  status: 'open',
});
const [a, b, c, d, e, f, g] = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(thread) as [
  ThreadSummary,
  ThreadSummary,
  ThreadSummary,
  ThreadSummary,
  ThreadSummary,
  ThreadSummary,
  ThreadSummary,
];

it('names a thread where it says most', () => {
  expect(eachOnce({ duplicateOf: a, duplicates: [b], linked: [a, b, c], related: [c, b, d, a] })).toEqual({
    duplicateOf: a,
    duplicates: [b],
    linked: [c],
    related: [d],
  });
});

it('names five related threads at most', () => {
  expect(eachOnce({ duplicates: [], linked: [b], related: [a, b, c, d, e, f, g] })).toEqual({
    duplicates: [],
    linked: [b],
    related: [a, c, d, e, f],
  });
});
