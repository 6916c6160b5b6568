import { expect, test } from 'vitest';
import { assignSlugs } from '../../../src/import/slugs.ts';

const things = [
  { externalId: '10', text: 'Same' },
  { externalId: '9', text: 'same!' },
  { externalId: '11', text: '🐈' },
  { externalId: '12', text: 'Taken' },
  { externalId: '13', text: 'renamed' },
];

test('slugs do not depend on the order, and the lowest id has the bare one', () => {
  const expected = new Map([
    ['9', 'same'],
    ['10', 'same-10'],
    ['11', 'question-11'],
    ['12', 'taken-12'],
    ['13', 'old-name'],
  ]);
  const assign = (list: typeof things) =>
    assignSlugs(list, 'question', new Map([['13', 'old-name']]), new Set(['taken']));
  expect(assign(things)).toEqual(expected);
  expect(assign(things.toReversed())).toEqual(expected);
});
