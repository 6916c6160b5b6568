import { describe, expect, it } from 'vitest';
import { guessStem, otherForm } from '../../../../src/core/text-index/guess-stem.ts';

/** In the order of their code points. */
const keys = ['be', 'begin', 'beginn', 'comput', 'computer', 'locks', 'lo€k', 'база', '数据', 'ｗ', '😀'];
const endings = new Set(['s', 'ing', 'ers', 'zel', 'ginning', '😁', '库']);

/** All words of up to four letters of two, and of those every third as a key. */
const forms = ['a', 'b'].flatMap((first) =>
  ['', 'a', 'b'].flatMap((second) =>
    ['', 'a', 'b'].flatMap((third) => ['', 'a', 'b'].map((last) => first + second + third + last)),
  ),
);
const some = [...new Set(forms)].sort().filter((_, index) => index % 3 === 1);

describe('guessStem', () => {
  it.each([
    ['comput', 'comput', 'is a key'],
    ['beg', 'beg', 'keys begin with it'],
    ['lock', 'lock', 'a key begins with it'],
    ['computing', 'comput', 'begins with a key, and has an ending behind it'],
    ['computers', 'computer', 'begins with two keys, of which this is the longer'],
    ['beginning', 'beginn', 'begins with three keys'],
    ['computation', 'computation', 'begins with a key, but has no ending behind it'],
    ['begone', 'begone', 'begins with a key, but has no ending behind it'],
    ['bezel', 'be', 'has keys between it and the one that it begins with'],
    ['loc€', 'loc€', 'has only some of its beginning in common with keys'],
    ['a', 'a', 'comes before all keys'],
    ['базы', 'базы', 'is like a key, but does not begin with it'],
    ['数据库', '数据', 'begins with a key, in Chinese'],
    ['😀😁', '😀', 'comes after all keys'],
    ['😁', '😁', 'has half a character in common with a key'],
    ['', '', 'is empty'],
  ])('of %s gives %s: it %s', (form, stem) => {
    expect(guessStem(form, keys, endings)).toBe(stem);
  });

  it('takes a shorter key, if only behind that there is an ending', () => {
    expect(guessStem('computers', keys, new Set(['ers']))).toBe('comput');
  });

  it('cuts an ending off, if keys begin with what is left of it', () => {
    expect(guessStem('beginner', keys, new Set(['er', 'ner']))).toBe('beginn');
    expect(guessStem('lockser', ['locksmith'], new Set(['er', 'ser']))).toBe('locks');
    expect(guessStem('lower', ['lobby'], new Set(['wer']))).toBe('lower');
  });

  it('gives the form if there are no keys, or an empty one, or no endings', () => {
    expect([guessStem('word', [], endings), guessStem('word', [''], endings)]).toEqual(['word', 'word']);
    expect(guessStem('computing', keys, new Set())).toBe('computing');
  });

  it('gives what a look at every key gives', () => {
    const few = new Set(['a', 'ba']);
    const look = (form: string) =>
      some.some((key) => key.startsWith(form))
        ? form
        : (some.findLast((key) => form.startsWith(key) && few.has(form.slice(key.length))) ?? form);
    expect(forms.map((form) => guessStem(form, some, few))).toEqual(forms.map(look));
  });
});

describe('otherForm', () => {
  it.each([
    ['computi', 'comput', 'may end as a form does'],
    ['computa', 'comput', 'is longer by a letter or two'],
    ['computerable', undefined, 'is longer by more'],
    ['beginx', 'begin', 'is longer by one'],
    ['bee', undefined, 'begins with too short a key'],
    ['computer', undefined, 'is a key'],
    ['бар', undefined, 'begins with none'],
    ['', undefined, 'is empty'],
  ])('of %s is %s: it %s', (word, key, _) => {
    expect(otherForm(word, keys, endings)).toBe(key);
  });
});
