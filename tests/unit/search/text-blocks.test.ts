import { expect, it } from 'vitest';
import { blocksOf, textBlocks } from '../../../src/search/text-blocks.ts';

it('parts the words of blocks and not those of inline elements', () => {
  expect(
    textBlocks(
      '<p>Use <code class="x">f<span class="y">lo</span>ck</code>, <em>no</em>t\n  it.</p><ul><li>a</li><li>b<br>c</li></ul>',
    ),
  ).toEqual(['Use flock, not it.', 'a', 'b', 'c']);
});

it('keeps no attribute, so that neither an id nor a class is indexed', () => {
  expect(
    textBlocks('<h3 id="a-why" title="a > b">Why</h3><a href="https://example.org/?x=1&#x26;y=2">here</a>'),
  ).toEqual(['Why', 'here']);
});

it('keeps text escaped as it is', () => {
  expect(textBlocks('<pre><code>if (a &#x3C; b &#x26;&#x26; c > d) {}</code></pre>')).toEqual([
    'if (a &#x3C; b &#x26;&#x26; c > d) {}',
  ]);
});

it('writes a minus as people type it', () => {
  expect(textBlocks('<p>T = −1, n−1</p>')).toEqual(['T = -1, n-1']);
});

it('takes the alternative text of a picture', () => {
  expect(textBlocks('<p>See <img src="/x.png" alt="a lock &#x26; a key" width="3">.</p>')).toEqual([
    'See a lock &#x26; a key .',
  ]);
});

it('takes what looks like a tag in an alternative text for text', () => {
  expect(textBlocks('<p>a <img src="/x.png" alt="<p data-pagefind-ignore> & <math>"> b</p>')).toEqual([
    'a &lt;p data-pagefind-ignore> & &lt;math> b',
  ]);
});

it('reads a formula on one line, with the words around it', () => {
  expect(
    textBlocks('<p>See <math><mrow><mi>e</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow></math>.</p>'),
  ).toEqual(['See e = mc^2.']);
});

it('leaves out what the page adds for finding one’s way', () => {
  expect(
    textBlocks(
      '<p>Text<sup><a href="#a-fn-1" class="footnote-mark" id="a-fnref-1">1</a></sup></p><section class="footnotes"><h3 id="a-footnotes" class="visually-hidden">Footnotes</h3><ol><li>Note <a href="#a-fnref-1" class="footnote-back">↩</a></li></ol></section>',
    ),
  ).toEqual(['Text', 'Note']);
});

it.each(['___PAGEFIND_WEIGHT___9 x', '_<em>_</em>_PAGEFIND_WEIGHT___9 x'])(
  'lets no post steer Pagefind: %s',
  (text) => {
    expect(textBlocks(`<p>${text}</p>`)).toEqual(['__PAGEFIND_WEIGHT__9 x']);
  },
);

it('parts a code in brackets from the word before, so that it is found by itself', () => {
  expect(textBlocks('<pre><code>error[E0502]: list[0] row[i] [x1]</code></pre>')).toEqual([
    'error [E0502]: list[0] row[i] [x1]',
  ]);
});

it('tells blocks of code from others, whatever they say of themselves', () => {
  const html =
    '<p>Use <code>flock</code>:</p><pre class="x" tabindex="0"><code>flock(1)\n\nend</code></pre>and<pre></pre><p>\u0001then</p>';
  expect(blocksOf(html)).toEqual([
    { text: 'Use flock:', isCode: false },
    { text: 'flock(1) end', isCode: true },
    { text: 'and', isCode: false },
    { text: 'then', isCode: false },
  ]);
});

it('takes all that is in a block of code for code, whatever elements it has', () => {
  const html = '<pre>one<br>two\n<b>three</b><ul><li>four</li></ul><pre>five</pre> six</pre> seven <pre>eight</pre>';
  expect(blocksOf(html).flatMap(({ text, isCode }) => (isCode ? [text] : []))).toEqual([
    'one',
    'two three',
    'four',
    'five',
    'six',
    'eight',
  ]);
});

it('knows the blanks that the index knows', () => {
  expect(textBlocks('<p>a\u00a0b\u0085c \u0085 d e\u200bf\u200b g\ufeffh</p>')).toEqual(['a b c d ef g h']);
});
