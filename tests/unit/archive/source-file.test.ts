import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decode, readSourceFile } from '../../../src/archive/source-file.ts';
import { contentFolder } from './content-folder.ts';

test.each([
  ['plain text', 'a\nb', { text: 'a\nb', hasByteOrderMark: false, hasCarriageReturns: false }],
  ['a byte-order mark', '\u{FEFF}a', { text: 'a', hasByteOrderMark: true, hasCarriageReturns: false }],
  ['Windows line ends', 'a\r\nb\r\n', { text: 'a\nb\n', hasByteOrderMark: false, hasCarriageReturns: true }],
  ['old Macintosh line ends', 'a\rb', { text: 'a\nb', hasByteOrderMark: false, hasCarriageReturns: true }],
  ['a replacement character', 'a\u{FFFD}b', { text: 'a\u{FFFD}b', hasByteOrderMark: false, hasCarriageReturns: false }],
])('%s', (_, text, expected) => {
  expect(decode(Buffer.from(text), 'x.md')).toEqual({ file: 'x.md', ...expected });
});

test.each([
  ['a lone byte', [0x61, 0x0a, 0xc3, 0xa4, 0xff, 0x62], 2, 2],
  ['a byte behind a replacement character', [0xef, 0xbf, 0xbd, 0xff], 1, 2],
  ['a character that is cut off', [0x61, 0xf0, 0x9f], 1, 2],
  ['half of a surrogate pair', [0x61, 0x0a, 0xed, 0xa0, 0x80], 2, 1],
  ['an overlong slash', [0xc0, 0xaf], 1, 1],
])('%s is not UTF-8, and has its place', (_, bytes, line, column) => {
  expect(decode(Uint8Array.from(bytes), 'x.md')).toMatchObject({ rule: 'encoding', line, column });
});

test('what is no file has a reason', () => {
  using folder = contentFolder();
  const reason = (path: string) => {
    const source = readSourceFile(join(folder.content, path), path);
    return 'rule' in source ? `${source.rule}: ${source.message}` : source;
  };
  expect(reason('threads')).toBe('unreadable: the file is not a plain file');
  expect(reason('none')).toBe('unreadable: this is not there');
  expect(reason('x'.repeat(300))).toBe('unreadable: this has a name that is too long');
  expect(readSourceFile('/dev/zero', 'zero')).toMatchObject({
    rule: 'unreadable',
    message: 'the file is not a plain file',
  });
});
