import { expect, test } from 'vitest';
import { countWords, wordDiff } from '../../../../src/contribute/review/word-diff.ts';

test.each([
  ['the same', 'a b c', 'a b c', []],
  ['a word', 'Use a lock here.', 'Use a queue here.', ['Use a <del>lock</del><ins>queue</ins> here.']],
  ['a word more', 'Use it.', 'Never use it.', ['<del>Use</del><ins>Never use</ins> it.']],
  ['a paragraph', 'One.', 'One.\n\nTwo.', ['One. <ins>¶ Two.</ins>']],
  ['another script', '今日は雨です', '今日は雪です', ['今日は<del>雨</del><ins>雪</ins>です']],
  ['markup', 'a <b> c', 'a </ins> c', ['a &lt;<del>b</del><ins>\u200b/ins</ins>\\> c']],
])('%s', (_, before, after, hunks) => {
  expect(wordDiff(before, after).hunks).toEqual(hunks);
});

test('changes that are far apart are shown apart, with words around them', () => {
  const middle = 'word '.repeat(100);
  const { hunks, added, removed } = wordDiff(`old ${middle}old`, `new ${middle}new`);
  expect(hunks).toEqual([
    `<del>old</del><ins>new</ins> ${'word '.repeat(12)}…`,
    `… ${'word '.repeat(11)}<del>old</del><ins>new</ins>`,
  ]);
  expect([added, removed]).toEqual([2, 2]);
});

test('texts with nothing in common are shown once each, cut', () => {
  const { hunks } = wordDiff('a '.repeat(9000), 'b '.repeat(9000));
  expect(hunks).toHaveLength(1);
  expect(hunks[0]?.length).toBeLessThan(1400);
});

test('many small changes are parted into hunks that can be read', () => {
  const text = (word: string) => Array.from({ length: 500 }, (_, n) => `same${n} ${word}${n}`).join(' and ');
  const { hunks } = wordDiff(text('old'), text('new'));
  expect(hunks.length).toBeGreaterThan(10);
  expect(Math.max(...hunks.map(({ length }) => length))).toBeLessThan(1100);
});

test('words are counted in every script', () => {
  expect([countWords('Two words.'), countWords('これは本です'), countWords('— …')]).toEqual([2, 4, 0]);
});
