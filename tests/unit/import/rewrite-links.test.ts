import { expect, test } from 'vitest';
import { mayNeedLinks } from '../../../src/import/rewrite-links.ts';

const address = /\/(?:q|a)\/\d/i;

test.each([
  ['an address of a post', 'See https://x.org/Q/1.'],
  ['a link without a host', 'See [this](/help).'],
  ['the same in angle brackets', 'See [this]( </help>).'],
  ['a definition without a host', 'See [this].\n\n[this]: ../help'],
  ['an address without a scheme', '![x](//i.x.org/a.png)'],
  ['HTML', 'A <img src = "a.png">'],
])('%s needs the search for links', (_, text) => {
  expect(mayNeedLinks(text, address)).toBe(true);
});

test.each([
  ['words', 'Nothing (really) [at all].'],
  ['links elsewhere', '[a](https://y.org/b) ![c]( <http://y.org/d>)\n\n[e]: ftp://y.org\n[f]: mailto:a@y.org'],
  ['links within the post', '[a](#b)'],
  ['HTML that leads elsewhere', '<a href="https://y.org">y</a>'],
])('%s does not', (_, text) => {
  expect(mayNeedLinks(text, address)).toBe(false);
});
