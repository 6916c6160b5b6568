import { describe, expect, it } from 'vitest';
import { exceptionsOf } from '../../../src/search/stem-forms.ts';

describe('exceptionsOf', () => {
  it('gives the forms whose stem the keys do not tell', () => {
    const stems = new Map([
      ['happy', 'happi'],
      ['computing', 'comput'],
      ['comput', 'comput'],
      ['its', 'it'],
      ['item', 'item'],
      ['unknown', 'unknown'],
      ['lies', 'lie'],
    ]);
    expect(exceptionsOf(stems, ['comput', 'happi', 'it', 'item', 'li', 'lie'])).toEqual([['happy', 'happi']]);
    expect(exceptionsOf(stems, ['comput', 'happi', 'item', 'itself', 'li'])).toEqual([
      ['happy', 'happi'],
      ['its', 'it'],
      ['lies', 'lie'],
    ]);
  });

  it('gives none of no forms', () => {
    expect(exceptionsOf(new Map(), ['comput'])).toEqual([]);
  });
});
