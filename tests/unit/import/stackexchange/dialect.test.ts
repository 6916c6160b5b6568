import { expect, test } from 'vitest';
import { fromStackExchange } from '../../../../src/import/stackexchange/dialect.ts';
import { postOfUrl } from '../../../../src/import/stackexchange/post-of-url.ts';
import { siteOf } from '../../../../src/import/stackexchange/values.ts';

const adapt = (markdown: string, math = false, html?: string) =>
  fromStackExchange(markdown, { site: 'x.org', math, repair: (tex) => tex, ...(html === undefined ? {} : { html }) });

test.each([
  ['what is plain', 'a *b*\n\n    code $x$ and $y$', 'a *b*\n\n    code $x$ and $y$'],
  ['the language of code', '<!-- language: lang-js -->\n\n    x\n\n    y\n\nz', '```js\nx\n\ny\n```\n\nz'],
  ['one language for all', '<!-- language-all: c -->\n\n    x\n\nand\n\n    y', '```c\nx\n```\n\nand\n\n```c\ny\n```'],
  ['tags', '[tag:C] `[tag:d]`', '[c](https://x.org/questions/tagged/C) `[tag:d]`'],
  ['dollar signs', 'from $5 to $6, `$x$`', 'from \\$5 to \\$6, `$x$`'],
  ['a comment before text', '<!-- c -->[a](b)', '<!-- c -->\n\n[a](b)'],
])('%s', (_, before, after) => {
  expect(adapt(before).markdown).toBe(after);
});

test('headings and bare addresses are as the site showed them', () => {
  expect(adapt('##A\n#1 is', false, '<h2>A</h2>').markdown).toBe('## A\n# 1 is');
  expect(adapt('##A', false, '<p>##A</p>').markdown).toBe('##A');
  expect(adapt('see https://x.org/q/1', false, '<p>see <a href="https://x.org/q/1">A [b]</a></p>').markdown).toBe(
    'see [A \\[b\\]](https://x.org/q/1)',
  );
});

test('formulas over several lines', () => {
  expect(adapt('so $$a\n= b$$ and $c\n+ d$\n\n$$\ne\n$$\n\n\\begin{a}f\\end{a}', true).markdown).toBe(
    'so $$a = b$$ and $c + d$\n\n$$\ne\n$$\n\n$$\n\\begin{a}f\\end{a}\n$$',
  );
});

test.each([
  ['https://x.org/questions/12/some-title', '12'],
  ['//x.org/q/12/99', '12'],
  ['/a/34', '34'],
  ['http://x.org/questions/12/title/34#34', '34'],
  ['http://x.org/questions/12/title#comment5_34', '34'],
  ['https://y.org/questions/12', undefined],
  ['https://x.org/questions/tagged/12', undefined],
])('%s leads to %s', (url, post) => {
  expect(postOfUrl(url, 'x.org')).toBe(post);
});

test.each([
  ['cooking.stackexchange.com.7z', 'cooking.stackexchange.com'],
  ['stackoverflow.com-Posts.7z', 'stackoverflow.com'],
  ['conlang-meta', 'conlang.meta.stackexchange.com'],
  ['superuser', 'superuser.com'],
])('%s is of %s', (name, site) => {
  expect(siteOf(name)).toBe(site);
});
