import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { describe, expect, test } from 'vitest';
import { parserOf } from '../../../src/markdown/parsers.ts';
import { sanitizeSchema } from '../../../src/markdown/sanitize-schema.ts';
import { payloads } from './payloads.ts';
import { unsafeParts } from './unsafe-parts.ts';

// Without the filter of raw HTML before it: each of the two must hold without the other.
const alone = parserOf('remark')
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
  .use(rehypeRaw)
  .use(rehypeSanitize, sanitizeSchema)
  .use(rehypeStringify)
  .freeze();

const sanitized = (markdown: string) => String(alone.processSync(markdown));

test.each(payloads)('%j is harmless', (payload) => {
  expect(unsafeParts(sanitized(payload))).toEqual([]);
});

describe('keeps what Markdown makes', () => {
  test('footnotes with the links between them', () => {
    const html = sanitized('a[^1]\n\n[^1]: b');
    expect(html).toContain('<a href="#fn-1" id="fnref-1" data-footnote-ref="" aria-describedby="footnote-label">1</a>');
    expect(html).toContain('<li id="fn-1">');
  });

  test('task lists', () => {
    expect(sanitized('- [x] a')).toContain(
      '<li class="task-list-item"><input type="checkbox" checked disabled> a</li>',
    );
  });

  test('the language of code', () => {
    expect(sanitized('```js\na\n```')).toBe('<pre><code class="language-js">a\n</code></pre>');
  });
});

describe('drops', () => {
  test.each([
    ['ids that are not of notes', '<b id="x">a</b><li id="x">b</li>', '<b>a</b><li>b</li>'],
    ['names, which shadow those of the page', '<a name="body">a</a>', '<a>a</a>'],
    [
      'classes that are not its own',
      '<span class="site-header">a</span><code class="hljs x">b</code>',
      '<span>a</span><code class="">b</code>',
    ],
    ['parts of a table outside of one', '<td>a</td>', 'a'],
    ['the content of script and style', '<p>a<script>b</script><style>c</style></p>', '<p>a</p>'],
  ])('%s', (_, html, expected) => {
    expect(sanitized(`<div>${html}</div>`)).toBe(`<div>${expected}</div>`);
  });
});
