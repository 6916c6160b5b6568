import { describe, expect, it } from 'vitest';
import { endingsOf } from '../../../src/search/stem-forms.ts';

describe('endingsOf', () => {
  it('gives by what forms are longer than their stems, the most frequent first, and equal ones in order', () => {
    const stems = new Map([
      ['lock', 'lock'],
      ['locks', 'lock'],
      ['locking', 'lock'],
      ['computes', 'comput'],
      ['computing', 'comput'],
      ['computation', 'comput'],
      ['files', 'file'],
      ['happy', 'happi'],
      ['happily', 'happi'],
      ['merrily', 'merri'],
    ]);
    expect(endingsOf(stems)).toEqual(['ing', 'ly', 's', 'ation', 'es']);
  });

  it('gives the most frequent of many', () => {
    const ending = (index: number) => String.fromCodePoint(0x4e00 + index);
    const stems = new Map(
      Array.from({ length: 500 }, (_, index) => index).flatMap((index) =>
        Array.from({ length: index < 100 ? 2 : 3 }, (_, stem) => [`${stem}${ending(index)}`, String(stem)] as const),
      ),
    );
    expect(endingsOf(stems)).toEqual(Array.from({ length: 400 }, (_, index) => ending(100 + index)));
  });

  it('gives none of no forms', () => {
    expect(endingsOf(new Map())).toEqual([]);
  });
});
