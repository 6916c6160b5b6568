import { describe, expect, it } from 'vitest';
import { leftOut, readTerms } from '../../../../src/core/text-index/query-terms.ts';

const kept = new Set('+#_@$');
const plainOf = (query: string, language = 'en') => readTerms(query, language, kept).terms.map(({ plain }) => plain);

describe('the words of a query', () => {
  it.each([
    ['How do  locks\twork?', ['how', 'do', 'locks', 'work']],
    ['C++ $PATH C# snake_case @decorator', ['c++', '$path', 'c#', 'snake_case', '@decorator']],
    ['e-mail node.js --force (error[E0502])!', ['email', 'nodejs', 'force', 'errore0502']],
    ['−1 n−1', ['1', 'n1']],
    ['“locks” «files»', ['locks', 'files']],
    ['- ? …', []],
    ['', []],
    [' \n ', []],
    ['"', []],
    ['""', []],
  ])('of %j are %j', (query, words) => {
    expect(plainOf(query)).toEqual(words);
  });

  it('are plain, and as they were typed', () => {
    expect(readTerms('Über naïve Й', 'en', kept)).toEqual({
      isPhrase: false,
      terms: [
        { plain: 'uber', typed: 'über' },
        { plain: 'naive', typed: 'naïve' },
        { plain: 'и', typed: 'й' },
      ],
    });
  });

  it('keep the marks of Japanese that make other sounds', () => {
    expect(plainOf('ガラス', 'ja').join('').normalize()).toBe('ガラス');
    expect(plainOf('パン', 'en').map((word) => word.normalize())).toEqual(['パン']);
  });

  it('are parted in Chinese, where no space does', () => {
    expect(plainOf('如何锁定文件?', 'zh')).toEqual(['如何', '锁定', '文件']);
    expect(plainOf('如何锁定文件', 'en')).toEqual(['如何锁定文件']);
  });

  it('are none of marks without a letter', () => {
    expect(plainOf('\u0301 a')).toEqual(['a']);
  });

  it('may be many, or long', () => {
    expect(plainOf('ab '.repeat(1667))).toEqual(new Array<string>(1667).fill('ab'));
    expect(plainOf('x'.repeat(5000))).toEqual(['x'.repeat(5000)]);
  });

  it('have control characters as they are, but none that nobody sees', () => {
    expect(plainOf('lo\u0000ck \u202Efile gro\u200Bver so\u00ADft')).toEqual(['lo\u0000ck', 'file', 'grover', 'soft']);
  });

  it('have no symbols that the index leaves out', () => {
    expect(plainOf('|0> a=b foo->bar O(n^2) x→y')).toEqual(['0', 'ab', 'foobar', 'on2', 'x→y']);
  });

  it('say how many words between them are not looked for', () => {
    const { terms } = readTerms(`${leftOut} lock ${leftOut} ${leftOut} file - open ${leftOut}`, 'en', kept);
    expect(terms.map(({ plain, gap }) => [plain, gap])).toEqual([
      ['lock', 1],
      ['file', 2],
      ['open', undefined],
    ]);
  });

  it('say what punctuation parts them into', () => {
    const term = (word: string) => ({ plain: word, typed: word });
    expect(readTerms('how-to.md C++', 'en', kept).terms).toEqual([
      { ...term('howtomd'), parts: [term('how'), term('to'), term('md')] },
      term('c++'),
    ]);
  });
});

describe('a query in quotation marks', () => {
  it.each([
    ['"lock files"', true],
    ['  "lock files" ', true],
    ['"lock\nfiles"', true],
    ['"lock" "files"', true],
    ['lock "files"', false],
    ['"lock files', false],
    ['""', false],
    ['“lock files”', false],
  ])('%j is for words in a row: %s', (query, isPhrase) => {
    expect(readTerms(query, 'en', kept).isPhrase).toBe(isPhrase);
  });

  it('has the words without them', () => {
    expect(plainOf('"Lock files"')).toEqual(['lock', 'files']);
    expect(plainOf('"锁定文件"', 'zh')).toEqual(['锁定', '文件']);
  });
});
