import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packIndexMeta, unpackIndexMeta, type IndexMeta } from '../../../src/core/index-meta.ts';
import { pagefindMeta, pagefindOpening } from '../../../src/core/pagefind-meta.ts';
import { cborReader } from '../../../src/search/cbor.ts';

const meta: IndexMeta = {
  version: '1.6.0',
  pages: [
    { id: 'en_00000ab', words: 7 },
    { id: 'en_fa0c133', words: 31 },
    { id: 'en_fa0c13399', words: 1000 },
  ],
  chunks: [
    { id: 'en_0000001', last: 'lo' },
    { id: 'en_1234567', last: 'ящик' },
  ],
  fields: ['tags', 'title'],
};

it('gives back what was packed, the words of a page to the nearest sixteenth', () => {
  expect(unpackIndexMeta(packIndexMeta(meta))).toEqual({
    ...meta,
    pages: [meta.pages[0], meta.pages[1], { id: 'en_fa0c13399', words: 992 }],
  });
});

it('is never further than a thirty-second from how many words there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (words) => {
      const { pages } = unpackIndexMeta(packIndexMeta({ ...meta, pages: [{ id: 'en_0000000', words }] }));
      expect(Math.abs((pages[0]?.words ?? -1) - words)).toBeLessThanOrEqual(words / 32);
    }),
  );
});

it('gives back a part without a page', () => {
  const empty = { ...meta, pages: [], chunks: [] };
  expect(unpackIndexMeta(packIndexMeta(empty))).toEqual(empty);
});

it('refuses names that Pagefind does not make', () => {
  expect(() => packIndexMeta({ ...meta, pages: [{ id: 'en_x', words: 1 }] })).toThrow(
    'The index calls something en_x.',
  );
});

it('is written as Pagefind reads it', () => {
  expect(cborReader(pagefindMeta(meta), pagefindOpening.length).read()).toEqual([
    '1.6.0',
    [
      ['en_00000ab', 7, ''],
      ['en_fa0c133', 31, ''],
      ['en_fa0c13399', 1000, ''],
    ],
    [
      ['', 'lo', 'en_0000001'],
      ['lo', 'ящик', 'en_1234567'],
    ],
    [],
    [],
    ['tags', 'title'],
  ]);
});
