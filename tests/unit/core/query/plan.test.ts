import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/core/query/parse.ts';
import { planSearch } from '../../../../src/core/query/plan.ts';

const plan = (query: string) => planSearch(parseQuery(query).query);
const searches = (query: string) =>
  plan(query).searches.map(({ words, where, isWanted }) => `${isWanted ? '' : 'not '}${where} ${words}`);

describe('planSearch', () => {
  it.each([
    ['file lock', 'file lock'],
    ['lock*', 'lock'],
    ['“file lock”', '"file lock"'],
    ['error[E0502] a[1]', 'error [E0502] a[1]'],
    ['', null],
  ])('answers %s by one search for words', (query, direct) => {
    expect(plan(query).direct).toBe(direct);
  });

  it.each([
    ['file lock votes:3..', ['anywhere file lock'], 0],
    ['-unix file [c] lock', ['anywhere file lock', 'not anywhere unix'], 0],
    ['"file lock" unix', ['anywhere unix', 'anywhere "file lock"'], 1],
    ['lock or mutex', ['anywhere lock', 'anywhere mutex'], undefined],
    ['-lock', ['not anywhere lock'], undefined],
    ['title:lock body:"file lock" code:flock', ['title lock', 'body "file lock"', 'code flock'], 0],
    ['lock or [c]', ['anywhere lock'], undefined],
    ['[c] votes:3..', [], undefined],
  ])('answers %s by several searches', (query, expected, required) => {
    expect(searches(query)).toEqual(expected);
    expect(plan(query).direct).toBe(undefined);
    expect(plan(query).required).toBe(required);
  });

  it('marks what is looked for, and not what is left out', () => {
    expect(plan('lock -unix "a file"').marked).toBe('lock "a file"');
  });
});
