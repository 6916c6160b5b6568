import { expect, test } from 'vitest';
import { absoluteHtml } from '../../../src/publish/absolute-html.ts';

const page = 'https://example.org/archive/questions/locks/';

test.each([
  ['<a href="/archive/tags/?a=1&#x26;b">x</a>', '<a href="https://example.org/archive/tags/?a=1&#x26;b">x</a>'],
  ['<img alt="a > b" src="/archive/x.png">', '<img alt="a > b" src="https://example.org/archive/x.png">'],
  ['<a class="x" href="#fn-1">1</a>', '<a class="x" href="https://example.org/archive/questions/locks/#fn-1">1</a>'],
  ['<a href="https://other.example/">x</a>', '<a href="https://other.example/">x</a>'],
  ['<a href="//other.example/">x</a>', '<a href="//other.example/">x</a>'],
  ['<input type="checkbox" disabled> <br/> href="/x"', '<input type="checkbox" disabled> <br/> href="/x"'],
  ['<code>&#x3C;a href="/x"></code>', '<code>&#x3C;a href="/x"></code>'],
  ['<p title=\'x href="/y"\' id="z">t</p>', '<p title=\'x href="/y"\' id="z">t</p>'],
])('%s', (html, expected) => {
  expect(absoluteHtml(html, page)).toBe(expected);
});
