import { expect, test } from 'vitest';
import { createHtmlToMarkdown } from '../../../src/import/html-to-markdown.ts';

const convert = createHtmlToMarkdown({ math: true, base: 'https://example.org/questions/1' });

test.each([
  [
    'keys, sub- and superscripts stay HTML',
    '<p><kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup></p>',
    '<kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup>',
  ],
  ['spoilers', '<blockquote class="spoiler"><p>a<br>b</p><p>c</p></blockquote>', '>! a\\\n>! b\n>\n>! c'],
  [
    'the language of code',
    '<pre class="lang-py prettyprint-override"><code>if x:\n\n    y\n</code></pre>',
    '```py\nif x:\n\n    y\n```',
  ],
  ['code without a language', '<pre class="lang-none"><code>$x$ *y*</code></pre>', '```\n$x$ *y*\n```'],
  ['formulas to the letter', '<p>so $a_1*b_2*c\\,$ and \\$5</p>', 'so $a_1*b_2*c\\,$ and \\$5'],
  ['a formula that stands for itself', '<p>so $$\na\n= b$$ and</p>', 'so\n\n$$\na\n= b\n$$\n\nand'],
  ['an environment without signs', '<p>\\begin{align}a&amp;b\\end{align}</p>', '$$\n\\begin{align}a&b\\end{align}\n$$'],
  [
    'a formula in a table',
    '<table><tr><th>a</th></tr><tr><td>$|x|$<br>y</td></tr></table>',
    '| a                      |\n| ---------------------- |\n| $\\vert{}x\\vert{}$<br>y |',
  ],
  ['nested lists', '<ul><li>a<ol><li>b</li></ol></li></ul>', '- a\n  1. b'],
  [
    'definition lists',
    '<dl><dt>t</dt><dd>d <b>e</b></dd></dl>',
    '<dl>\n\n<dt>\n\nt\n\n</dt>\n\n<dd>\n\nd **e**\n\n</dd>\n\n</dl>',
  ],
  ['relative links', '<p><a href="/q/2">a</a> <a href="#x">b</a></p>', '[a](https://example.org/q/2) [b](#x)'],
  ['breaks at the end', '<p><b>a<br></b></p><p>c<br></p>', '**a**\n\nc'],
  ['deletions in deletions', '<p><s>a <strike>b</strike></s></p>', '~~a b~~'],
  ['signs of Markdown in the text', '<p>*a* _b_ # c [d] &lt;e&gt;</p>', '\\*a\\* \\_b\\_ # c \\[d] \\<e>'],
])('%s', (_, html, markdown) => {
  expect(convert(html)).toBe(markdown);
});

test('without mathematics a dollar sign is a dollar sign', () => {
  expect(createHtmlToMarkdown({ math: false })('<p>$5 and $6</p>')).toBe('\\$5 and \\$6');
});
