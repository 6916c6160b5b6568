import { expect, test } from 'vitest';
import { threadSlug } from '../../../src/core/ids.ts';
import { relate } from '../../../src/core/related.ts';
import { termVector } from '../../../src/core/term-vector.ts';

const thread = (slug: string, title: string, tags: string[], question: string) => ({
  slug: threadSlug.parse(slug),
  terms: termVector({ title, tags, question }),
});

test('threads about the same are named, others and the thread itself are not', () => {
  const threads = [
    thread('undo', 'How do I undo a commit?', ['git'], 'I committed to the wrong branch.'),
    thread('revert', 'Can a commit be reverted?', ['git'], 'The branch has a wrong commit.'),
    thread('bread', 'How do I bake bread?', ['baking'], 'My loaf does not rise in the oven.'),
  ];
  expect(Object.fromEntries(relate(threads, 5))).toEqual({ undo: ['revert'], revert: ['undo'] });
});

test('a large archive finds them by their rare words', () => {
  const threads = Array.from({ length: 3000 }, (_, i) =>
    thread(
      `t-${i}`,
      `What about word${i >> 1}?`,
      ['common'],
      `Everybody talks of subject${i >> 1} and thing${i % 100}.`,
    ),
  );
  const related = relate(threads, 1);
  expect(related.size).toBe(3000);
  expect(related.get(threadSlug.parse('t-2000'))).toEqual(['t-2001']);
});

test('nothing is related in an empty archive', () => {
  expect(relate([], 5).size).toBe(0);
});
