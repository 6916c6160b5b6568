import { expect, test } from 'vitest';
import { createSimilarIndex, similarTo } from '../../../src/core/similar.ts';

const corpus = [
  {
    title: 'How do I undo a commit?',
    tags: ['git'],
    question: 'I committed to the wrong branch.',
    answers: ['git reset --soft'],
  },
  { title: 'How do I bake bread?', tags: ['baking'], question: 'My loaf does not rise in the oven.' },
  { title: 'Why is my loop slow?', tags: ['performance'], question: 'It sums up a million numbers.' },
  { title: '如何撤销提交？', tags: ['git'], question: '我提交到了错误的分支。', lang: 'zh' },
];

test('the thread that asks the same in other forms of the words comes first', () => {
  const found = similarTo({ title: 'Undoing commits on a branch', tags: [], question: '' }, corpus, 3);
  expect(found.map(({ thread }) => thread.title)).toEqual(['How do I undo a commit?']);
});

test('a thread with which nothing but everyday words are shared is not named', () => {
  expect(
    similarTo(
      { title: 'How do I make the garden green?', tags: [], question: 'It is not what it should be.' },
      corpus,
      5,
    ),
  ).toEqual([]);
});

test('text without spaces is compared by pairs of characters', () => {
  const [first] = similarTo({ title: '撤销提交', tags: [], question: '', lang: 'zh' }, corpus, 1);
  expect(first?.thread.lang).toBe('zh');
});

test('the same question is wholly alike', () => {
  const [thread] = corpus.slice(1);
  const [first] = thread ? createSimilarIndex(corpus).find(thread, 1) : [];
  expect(first?.thread).toBe(thread);
  expect(first?.likeness).toBeCloseTo(1, 5);
});

test('an empty corpus and an empty question find nothing', () => {
  expect(similarTo({ title: 'Anything', tags: [], question: '' }, [], 5)).toEqual([]);
  expect(similarTo({ title: '', tags: [], question: '' }, corpus, 5)).toEqual([]);
});
