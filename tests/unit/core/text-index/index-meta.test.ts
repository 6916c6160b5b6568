import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byId, packIndexMeta, unpackIndexMeta, type IndexMeta } from '../../../../src/core/text-index/index-meta.ts';

const meta: IndexMeta = {
  pages: [
    { id: 'en_00000ab', words: 7 },
    { id: 'en_fa0c133', words: 31 },
    { id: 'en_fa0c13399', words: 1000 },
    { id: 'en_fa0c134', words: 0 },
  ],
  begins: ['', 'lo', 'ящ'],
  fields: ['tags', 'title'],
  endings: ['s', 'ing', 'ами'],
};

describe('what a part says about itself', () => {
  it('comes back as it was packed, the words of a page to the nearest sixteenth', () => {
    const [first, second, , last] = meta.pages;
    expect(unpackIndexMeta(packIndexMeta(meta))).toEqual({
      ...meta,
      pages: [first, second, { id: 'en_fa0c13399', words: 992 }, last],
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

  it('has every id, short or long, in its order', () => {
    const id = fc.stringMatching(/^[0-9a-f]{7,12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 20 }), (digits) => {
        const pages = digits.map((one) => ({ id: `zh_${one}`, words: 1 })).sort(byId);
        expect(unpackIndexMeta(packIndexMeta({ ...meta, pages })).pages).toEqual(pages);
      }),
    );
  });

  it('may have no page', () => {
    const empty = { ...meta, pages: [], begins: [], endings: [] };
    expect(unpackIndexMeta(packIndexMeta(empty))).toEqual(empty);
  });

  it.each(['en_x', 'en_12345', 'ru_00000ac', '00000ac'])('refuses the name %s, which Pagefind does not make', (id) => {
    expect(() =>
      packIndexMeta({
        ...meta,
        pages: [
          { id: 'en_00000ab', words: 1 },
          { id, words: 1 },
        ],
      }),
    ).toThrow(`The index calls something ${id}.`);
  });

  it('refuses pages out of order', () => {
    expect(() => packIndexMeta({ ...meta, pages: meta.pages.toReversed() })).toThrow(
      'The pages of the index are not in the order of their ids.',
    );
  });

  it('cannot be read when it is cut short', () => {
    const packed = packIndexMeta(meta);
    for (const length of [0, 3, 20, packed.length - 1])
      expect(() => unpackIndexMeta(packed.subarray(0, length))).toThrow();
  });
});
