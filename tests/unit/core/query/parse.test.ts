import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mended } from '../../../../src/core/query/hint.ts';
import { parseQuery } from '../../../../src/core/query/parse.ts';
import { printQuery } from '../../../../src/core/query/print.ts';
import { aboutQuery } from './queries.ts';

const text = (words: string, more: object = {}) => ({
  kind: 'text',
  field: 'any',
  text: words,
  isPhrase: false,
  isPrefix: false,
  isNot: false,
  ...more,
});
const hints = (query: string) =>
  parseQuery(query).hints.map(({ kind, what, instead }) =>
    instead === undefined ? [kind, what] : [kind, what, instead],
  );

describe('parseQuery', () => {
  it.each([
    ['file lock', [[text('file')], [text('lock')]]],
    ['"file lock" -unix', [[text('file lock', { isPhrase: true })], [text('unix', { isNot: true })]]],
    ['“file lock”', [[text('file lock', { isPhrase: true })]]],
    ['lock*', [[text('lock', { isPrefix: true })]]],
    ['[c#]', [[{ kind: 'tag', tag: 'c#', isNot: false }]]],
    ['-[C++]', [[{ kind: 'tag', tag: 'c++', isNot: true }]]],
    ['user:ada', [[{ kind: 'user', handle: 'ada', isNot: false }]]],
    ['votes:10', [[{ kind: 'votes', range: { min: 10, max: 10 }, isNot: false }]]],
    ['votes:3..8', [[{ kind: 'votes', range: { min: 3, max: 8 }, isNot: false }]]],
    ['votes:..-1', [[{ kind: 'votes', range: { max: -1 }, isNot: false }]]],
    ['votes:>=3', [[{ kind: 'votes', range: { min: 3 }, isNot: false }]]],
    ['answers:0', [[{ kind: 'answers', range: { min: 0, max: 0 }, isNot: false }]]],
    ['answers:2..', [[{ kind: 'answers', range: { min: 2 }, isNot: false }]]],
    ['created:2024', [[{ kind: 'created', range: { from: '2024', to: '2024' }, isNot: false }]]],
    ['active:1y..', [[{ kind: 'active', range: { from: '1y' }, isNot: false }]]],
    ['-is:closed', [[{ kind: 'is', value: 'closed', isNot: true }]]],
    ['has:code', [[{ kind: 'has', value: 'code', isNot: false }]]],
    ['title:"file lock"', [[text('file lock', { field: 'title', isPhrase: true })]]],
    ['code:flock', [[text('flock', { field: 'code' })]]],
    [
      'in:locks lang:RU',
      [[{ kind: 'thread', slug: 'locks', isNot: false }], [{ kind: 'lang', lang: 'ru', isNot: false }]],
    ],
  ])('reads %s', (query, expected) => {
    expect(parseQuery(query).query).toEqual(expected);
  });

  it.each([
    'C++',
    'C#',
    '.NET',
    'node.js',
    '--force',
    '__init__',
    '@decorator',
    'E0502',
    'std::vector',
    'a->b',
    '-1',
    'f(x)',
  ])('takes %s for a word', (word) => {
    expect(parseQuery(word)).toMatchObject({ query: [[text(word)]], hints: [] });
  });

  it('binds or tighter than what stands side by side, and leaves out one that joins nothing', () => {
    expect(printQuery(parseQuery('[a] or [b] lock').query)).toBe('[a] or [b] lock');
    expect(parseQuery('[a] or [b] lock').query.map((clause) => clause.length)).toEqual([2, 1]);
    expect(parseQuery('a OR -b or votes:3 c').query.map((clause) => clause.length)).toEqual([3, 1]);
    expect(parseQuery('or a or').query).toEqual([[text('a')]]);
    expect(parseQuery('a or votes:x b').query.map((clause) => clause.length)).toEqual([1, 1]);
    expect(parseQuery('"or"').query).toEqual([[text('or', { isPhrase: true })]]);
  });

  it.each([
    ['score:5', [['renamed', 'score:5', 'votes:5']]],
    ['-closed:no x', [['renamed', '-closed:no', '-is:closed']]],
    ['tag:c#', [['renamed', 'tag:c#', '[c#]']]],
    ['titel:lock', [['unknownOperator', 'titel:lock', 'title:lock']]],
    ['votes:many', [['badNumber', 'votes:many']]],
    ['votes:..', [['badNumber', 'votes:..']]],
    ['votes:8..3', [['reversed', 'votes:8..3', 'votes:3..8']]],
    ['votes:10', [['exactNumber', 'votes:10', 'votes:10..']]],
    ['created:2024-13', [['badDate', 'created:2024-13']]],
    ['created:2023-02-29', [['badDate', 'created:2023-02-29']]],
    ['created:2024..2020', [['reversed', 'created:2024..2020', 'created:2020..2024']]],
    ['active:1m..1y', [['reversed', 'active:1m..1y', 'active:1y..1m']]],
    ['is:anwsered', [['unknownValue', 'is:anwsered', 'is:answered']]],
    ['has:image', [['unknownValue', 'has:image', 'has:picture']]],
    ['lock votes:', [['noValue', 'votes:']]],
    ['say "hello', [['unclosedQuote', '"hello']]],
    ['[a b]', [['notATag', '[a']]],
    ['a && b', [['noWord', '&&']]],
    ['is:question is:accepted', [['neverBoth', 'is:question is:accepted']]],
    ['https://example.org std::vector', []],
  ])('says of %s what is wrong', (query, expected) => {
    expect(hints(query)).toEqual(expected);
  });

  it('mends the query by a hint', () => {
    const query = 'lock score:5 unix';
    const [hint] = parseQuery(query).hints;
    expect(hint && mended(query, hint)).toBe('lock votes:5 unix');
  });

  it('takes a number below zero for a word, whatever comes behind it', () => {
    for (const query of ['-12', '-12"', '-0.5 '])
      expect(parseQuery(query).query).toEqual([[text(query.replace(/[" ]/, ''))]]);
  });

  it.each(['user:":"', 'in:"a b"', 'license:"/x"', '"or" or -"or"', '-votes:..-1 or title:"a" x*'])(
    'prints %s as it reads it',
    (query) => {
      expect(printQuery(parseQuery(query).query)).toBe(query);
    },
  );

  it('never throws, and places every hint within the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), aboutQuery), (query) => {
        for (const { from, to, what, kind } of parseQuery(query).hints)
          expect(kind === 'neverBoth' || query.slice(from, to) === what).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('says of every term where it stands', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), aboutQuery), (text) => {
        const { query, places } = parseQuery(text);
        for (const term of query.flat()) {
          const { from = 0, to = 0 } = places.get(term) ?? {};
          expect(parseQuery(text.slice(from, to)).query).toEqual([[{ ...term, isNot: false }]]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what it printed as the same query', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), aboutQuery), (text) => {
        const { query } = parseQuery(text);
        expect(parseQuery(printQuery(query)).query).toEqual(query);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads five thousand characters of anything in linear time', () => {
    for (const piece of ['"', '[', '-', 'a:', 'votes:', '“a', ' or', '\u0000', '([{', 'ä'.repeat(9) + ' '])
      expect(parseQuery(piece.repeat(5000 / piece.length)).query.length).toBeLessThanOrEqual(5000);
  });
});
