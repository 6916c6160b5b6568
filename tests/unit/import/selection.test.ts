import { expect, test } from 'vitest';
import { selector, type Selection } from '../../../src/import/selection.ts';
import type { ImportedPost, ImportedThread } from '../../../src/import/model.ts';

const post = (date: string | undefined, votes = 0): ImportedPost => ({
  externalId: '1',
  author: {},
  votes,
  ...(date === undefined ? {} : { date }),
  source: { site: 'x.org' },
  body: 'x',
  comments: [],
});

const thread = (id: string, date: string | undefined, answers = 0): ImportedThread => ({
  externalId: id,
  title: id,
  question: post(date),
  answers: Array.from({ length: answers }, () => post(date)),
  tags: [],
  status: 'open',
  aliases: [],
});

const threads = [
  thread('old', '2018-12-31T23:59:59Z', 1),
  thread('first', '2019-01-01T00:00:00Z'),
  thread('second', '2019-01-02', 2),
  thread('undated', undefined, 1),
  thread('third', '2020-05-05T10:00:00.5Z', 1),
];

const reasons = (selection: Selection) => {
  const unwanted = selector(selection);
  return threads.map((one) => `${one.externalId} ${unwanted(one) ?? 'comes'}`);
};

test('--since takes what was asked on that day or later, and nothing without a date', () => {
  expect(reasons({ since: '2019-01-01' })).toEqual([
    'old --since',
    'first comes',
    'second comes',
    'undated --since',
    'third comes',
  ]);
});

test('--with-answers-only takes what has an answer', () => {
  expect(reasons({ withAnswersOnly: true })).toEqual([
    'old comes',
    'first --with-answers-only',
    'second comes',
    'undated comes',
    'third comes',
  ]);
});

test('--limit counts what the others leave', () => {
  expect(reasons({ since: '2019-01-01', withAnswersOnly: true, limit: 1 })).toEqual([
    'old --since',
    'first --with-answers-only',
    'second comes',
    'undated --since',
    'third --limit',
  ]);
  expect(reasons({ limit: 0 }).every((line) => line.endsWith('--limit'))).toBe(true);
});
