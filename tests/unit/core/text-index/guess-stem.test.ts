import { describe, expect, it } from 'vitest';
import { guessStem } from '../../../../src/core/text-index/guess-stem.ts';

/** In the order of their code points. */
const keys = ['be', 'begin', 'beginn', 'comput', 'computer', 'locks', 'lo€k', 'база', '数据', 'ｗ', '😀'];

describe('guessStem', () => {
  it.each([
    ['comput', 'comput', 'is a key'],
    ['beg', 'beg', 'keys begin with it'],
    ['lock', 'lock', 'a key begins with it'],
    ['computing', 'comput', 'begins with a key'],
    ['computers', 'computer', 'begins with two keys, of which this is the longer'],
    ['beginning', 'beginn', 'begins with three keys'],
    ['begone', 'be', 'has more in common with a key that it does not begin with'],
    ['bezel', 'be', 'has keys between it and the one that it begins with'],
    ['loc€', 'loc€', 'has only some of its beginning in common with keys'],
    ['a', 'a', 'comes before all keys'],
    ['базы', 'базы', 'is like a key, but does not begin with it'],
    ['数据库', '数据', 'begins with a key, in Chinese'],
    ['😀😁', '😀', 'comes after all keys'],
    ['😁', '😁', 'has half a character in common with a key'],
    ['', '', 'is empty'],
  ])('of %s gives %s: it %s', (form, stem) => {
    expect(guessStem(form, keys)).toBe(stem);
  });

  it('gives the form if there are no keys, or an empty one', () => {
    expect([guessStem('word', []), guessStem('word', [''])]).toEqual(['word', 'word']);
  });

  it('gives what a look at every key gives', () => {
    // All words of up to four letters of two, and of those every third as a key.
    const forms = ['a', 'b'].flatMap((first) =>
      ['', 'a', 'b'].flatMap((second) =>
        ['', 'a', 'b'].flatMap((third) => ['', 'a', 'b'].map((last) => first + second + third + last)),
      ),
    );
    const some = [...new Set(forms)].sort().filter((_, index) => index % 3 === 1);
    const look = (form: string) =>
      some.some((key) => key.startsWith(form)) ? form : (some.findLast((key) => form.startsWith(key)) ?? form);
    expect(forms.map((form) => guessStem(form, some))).toEqual(forms.map(look));
  });
});
