import { expect, test } from 'vitest';
import { htmlText } from '../../../src/publish/html-text.ts';

test.each([
  ['<p>a <b>b</b></p>\n<ul>\n<li>c</li>\n<li>d<br>e</li>\n</ul>', 'a b\nc\nd\ne'],
  ['<pre><code>x\n  y</code></pre>', 'x\n  y'],
  ['<img alt="a > b" src="x"> &#x26;lt; &#128512; &quot;', '&lt; \u{1F600} "'],
  ['<math><mi>x</mi><annotation encoding="application/x-tex">\\x</annotation></math>', 'x'],
  ['&#x3C;b>', '<b>'],
  ['&#xFFFFFF;', '\u{FFFD}'],
])('%j reads as %j', (html, text) => {
  expect(htmlText(html, 100)).toBe(text);
});

test('a long text is cut at a word', () => {
  expect(htmlText('<p>one two three</p>', 9)).toBe('one two…');
});
