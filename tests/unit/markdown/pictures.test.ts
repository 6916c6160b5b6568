import { expect, test } from 'vitest';
import { htmlOf, placesOf } from './render.ts';

const picture = (inner: string) => `<p dir="auto">${inner}</p>`;

test('a picture of the thread keeps its place free and loads late', () => {
  expect(htmlOf('![a](b.png)')).toBe(
    picture('<img src="/a/b.png" alt="a" width="40" height="30" loading="lazy" decoding="async">'),
  );
});

test('a size that was given is kept', () => {
  expect(htmlOf('x <img src="b.png" alt="a" width="10" height="5">')).toContain(
    '<img src="/a/b.png" alt="a" width="10" height="5" loading',
  );
});

test('a picture that is not there leaves its description', () => {
  expect(htmlOf('![a](missing.png)')).toBe(picture('<span class="missing-picture">a</span>'));
});

test.each([
  ['![a](missing.png)', ['1:1 error missing-picture']],
  ['x ![](b.png)', ['1:3 warning missing-alt']],
  ['![ ](b.png)', ['1:1 warning missing-alt']],
  ['![a](http://example.org/b.png)', ['1:1 warning insecure-picture']],
  ['![a](https://example.org/b.png)', []],
  ['<figure>\n<img src="b.png">\n</figure>', ['2:1 warning missing-alt']],
])('%j has the problems %j', (markdown, expected) => {
  expect(placesOf(markdown)).toEqual(expected);
});
