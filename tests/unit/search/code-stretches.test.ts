import { expect, it } from 'vitest';
import { codeStretches } from '../../../src/search/code-stretches.ts';
import { post } from '../publish/thread.ts';

const code = (html: string, comment?: string) =>
  post({ html, hasCode: true, comments: comment === undefined ? [] : [{ ...post(), html: comment }] });

it('says which words of a post are in blocks of code', () => {
  const html =
    '<p>Call it <code>so</code>:</p><pre><code>while a &#x3C; b:\n    flock(a)</code></pre><p>Or</p><pre><code>end</code></pre>';
  expect(codeStretches(code(html), 10)).toEqual([
    { begin: 3, end: 8 },
    { begin: 9, end: 10 },
  ]);
  expect(codeStretches(code(html, '<p>No, never.</p>'), 12)).toHaveLength(2);
});

it('takes all of a post in which words are counted otherwise', () => {
  expect(codeStretches(code('<p>锁定文件</p><pre><code>锁 a</code></pre>'), 5)).toEqual([{ begin: 0, end: 5 }]);
});
