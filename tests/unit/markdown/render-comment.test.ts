import { describe, expect, test } from 'vitest';
import { limitsSchema } from '../../../src/core/schema/config.ts';
import { commentOf } from './render.ts';

describe('a comment', () => {
  test.each([
    [
      'has what stands in a line',
      'a **b** *c* `d` ~~e~~ <kbd>f</kbd> $x$',
      'a <strong>b</strong> <em>c</em> <code>d</code> <del>e</del> <kbd>f</kbd> <math><mi>x</mi></math>',
    ],
    [
      'has links',
      '[a](b.md) https://example.org',
      '<a href="/a/b.md">a</a> <a href="https://example.org" rel="nofollow ugc noopener">https://example.org</a>',
    ],
    ['has links by reference', '[a][b]\n\n[b]: c.md', '<a href="/a/c.md">a</a>'],
    ['may be empty', '', ''],
  ])('%s', (_, text, html) => {
    expect(commentOf(text)).toEqual({ html, problems: [] });
  });

  test.each([
    ['a list', '1. a\n2. b', '1. a 2. b'],
    ['a list that begins later', '1986. A year', '1986. A year'],
    ['a quotation', '> a', '> a'],
    ['a heading', '# a *b*', 'a <em>b</em>'],
    ['paragraphs', 'a\n\nb', 'a b'],
    ['code', '```\na\nb\n```', '<code>a b</code>'],
    ['a table', '|a|b|\n|-|-|\n|c|d|', 'a b c d'],
    ['a formula on a line of its own', '$$\nx\n$$', '<math><mi>x</mi></math>'],
    ['a note', 'a[^1]\n\n[^1]: b', 'a[^1] [^1]: b'],
  ])('makes running text of %s', (_, text, html) => {
    const comment = commentOf(text);
    expect(comment.html).toBe(html);
    expect(comment.problems).toEqual([expect.stringMatching(/^[13]:1 warning comment-block$/)]);
  });

  test('has links for pictures', () => {
    expect(commentOf('a ![b](https://example.org/c.png)')).toEqual({
      html: 'a <a href="https://example.org/c.png" rel="nofollow ugc noopener">b</a>',
      problems: ['1:3 warning comment-picture'],
    });
  });

  test('has no blocks of raw HTML', () => {
    expect(commentOf('a <div>b</div>')).toEqual({ html: 'a b', problems: ['1:3 warning dropped-html'] });
  });

  test('that is too long is shown as it was typed', () => {
    const limits = limitsSchema.parse({ commentCharacters: 5 });
    expect(commentOf('*<b>*a', { limits })).toEqual({ html: '*&lt;b&gt;*a', problems: ['1:1 error comment-too-long'] });
  });
});
