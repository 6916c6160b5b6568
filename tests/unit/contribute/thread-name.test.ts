import { expect, test } from 'vitest';
import { threadName } from '../../../src/contribute/thread-name.ts';

test.each([
  ['locks'],
  [' locks/ '],
  ['locks/question.md'],
  ['content/threads/locks'],
  ['content/threads/locks/'],
  ['./content/threads/locks/question.md'],
  ['/home/me/threads/content/threads/locks/answers/so.md'],
  ['content\\threads\\locks\\question.md'],
  ['/questions/locks/'],
  ['https://example.org/questions/locks/'],
  ['https://example.org/archive/questions/locks/?q=threads/x#so'],
  ['https://example.org/questions/locks.md'],
  ['https://example.org/questions/l%6fcks'],
])('%s', (text) => {
  expect(threadName(text)).toBe('locks');
});

test('what cannot be decoded stays', () => {
  expect([threadName('100%'), threadName('https://example.org/about/')]).toEqual(['100%', 'about']);
});
