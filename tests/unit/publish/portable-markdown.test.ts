import { expect, test } from 'vitest';
import { portableMarkdown } from '../../../src/publish/portable-markdown.ts';

const resolve = (address: string, kind: string) =>
  address.includes('unknown') ? undefined : `https://example.org/${kind}/${address}`;

test.each([
  ['see [it](../b/question.md "t")', 'see [it](https://example.org/link/../b/question.md "t")'],
  [
    '![p](<images/a.png>) and [x](https://x.example)',
    '![p](<https://example.org/picture/images/a.png>) and [x](https://x.example)',
  ],
  ['[![p](images/a.png)](b.md)', '[![p](images/a.png)](https://example.org/link/b.md)'],
  ['[a][r]\n\n[r]: b.md "b.md"', '[a][r]\n\n[r]: https://example.org/link/b.md "b.md"'],
  ['[b.md](b.md "](b.md")', '[b.md](https://example.org/link/b.md "](b.md")'],
  [
    '`[a](b.md)` [c](unknown.md) \u{1F600} [d](d.md)',
    '`[a](b.md)` [c](unknown.md) \u{1F600} [d](https://example.org/link/d.md)',
  ],
  ['[mail](mailto:a@b.example) [same](//x.example/)', '[mail](mailto:a@b.example) [same](//x.example/)'],
])('%s', (body, expected) => {
  expect(portableMarkdown(body, resolve)).toBe(expected);
});

test.each([
  ['```js\ncode', '```js\ncode\n```'],
  ['~~~~\n```', '~~~~\n```\n~~~~'],
  ['```\ncode\n```', '```\ncode\n```'],
  ['$$\nx', '$$\nx\n$$'],
  ['<!-- a', '<!-- a\n-->'],
  ['<pre>\na', '<pre>\na\n</pre>'],
  ['<pre>\na</pre>', '<pre>\na</pre>'],
])('what %j leaves open is closed', (body, expected) => {
  expect(portableMarkdown(body, resolve)).toBe(expected);
});
