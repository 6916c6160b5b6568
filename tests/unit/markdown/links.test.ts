import { describe, expect, test } from 'vitest';
import { htmlOf, placesOf } from './render.ts';

const linkOf = (markdown: string) => /<a[^>]*>/.exec(htmlOf(markdown))?.[0];

describe('a link', () => {
  test.each([
    [
      'to another site is marked',
      '[a](https://example.org/)',
      '<a href="https://example.org/" rel="nofollow ugc noopener">',
    ],
    [
      'without a scheme gets the safe one',
      '[a](//example.org/)',
      '<a href="https://example.org/" rel="nofollow ugc noopener">',
    ],
    [
      'with a scheme in capitals is the same link',
      '[a](HTTPS://example.org/)',
      '<a href="https://example.org/" rel="nofollow ugc noopener">',
    ],
    ['to an address of mail is left alone', '[a](mailto:a@example.org)', '<a href="mailto:a@example.org">'],
    ['that is relative is resolved', '[a](../b/question.md#c)', '<a href="/a/../b/question.md#c">'],
    ['to a heading above gets its id', '# B c\n\n[a](#b-c)', '<a href="#question_b-c">'],
    ['to a heading below gets its id', '[a](#b-c)\n\n# B c', '<a href="#question_b-c">'],
    ['to a heading in other letters too', '# Über uns\n\n[a](#%C3%9Cber-uns)', '<a href="#question_über-uns">'],
    ['to a note of the body gets its id', '[a](#fn-x) b[^x]\n\n[^x]: c', '<a href="#question_fn-x">'],
    ['to what the body does not have is asked for', '[a](#b)', '<a href="/a/#b">'],
    ['of raw HTML is treated the same', '<a href="b.md">a</a>', '<a href="/a/b.md">'],
    ['that leads nowhere is text', '[a](missing.md)', '<a>'],
  ])('%s', (_, markdown, expected) => {
    expect(linkOf(markdown)).toBe(expected);
  });
});

describe('reports', () => {
  test.each([
    ['a link that leads nowhere', 'a\n[a](missing.md)', ['2:1 error dangling-link']],
    ['a fragment that leads nowhere', 'a [a](#missing)', ['1:3 error dangling-link']],
    ['a link by reference where it is used', '[a][b]\n\n[b]: missing.md', ['1:1 error dangling-link']],
    ['a link of raw HTML', '> a <a href="missing.md">b</a>', ['1:5 error dangling-link']],
    ['a link without an address', '[a]()', ['1:1 error dangling-link']],
    ['an unsafe link', 'a [a](javascript:b)', ['1:3 warning unsafe-url']],
    ['an unsafe link of raw HTML', 'a\n\n<div>\n<a href="java&Tab;script:b">c</a></div>', ['4:1 warning unsafe-url']],
    ['an unsafe picture', '![a](data:image/png;base64,AA)', ['1:1 warning unsafe-url']],
    ['nothing for one that is well', '[a](b.md) https://example.org', []],
  ])('%s', (_, markdown, expected) => {
    expect(placesOf(markdown)).toEqual(expected);
  });
});
