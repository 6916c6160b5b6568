import { expect, test } from 'vitest';
import { sourceFrame } from '../../../../src/archive/report/source-frame.ts';

/** The line, and the caret below it. */
function frame(line: string, column: number, widest = 40): string[] {
  const { line: text, caret } = sourceFrame(line, column, widest);
  return [text, caret];
}

test.each([
  ['the column', 'votes: "12"', 8, ['votes: "12"', '       ^']],
  ['the first column', 'votes', 1, ['votes', '^']],
  ['behind the end', 'votes:', 7, ['votes:', '      ^']],
  ['far behind the end', 'votes:', 99, ['votes:', '      ^']],
  ['an empty line', '', 1, ['', '^']],
  ['a tab at the start', '\tvotes', 2, ['→   votes', '    ^']],
  ['a tab in the middle', 'ab\tvotes', 4, ['ab→ votes', '    ^']],
  ['wide characters', '標題: x', 5, ['標題: x', '      ^']],
  [
    'emoji of several code points',
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} x',
    10,
    ['\u{1F468}\u200D\u{1F469}\u200D\u{1F467} x', '   ^'],
  ],
  ['a flag', '\u{1F1EB}\u{1F1F7}x', 5, ['\u{1F1EB}\u{1F1F7}x', '  ^']],
  ['combining marks', 'e\u0301x', 3, ['e\u0301x', ' ^']],
  ['the second half of a pair', '\u{1F600}x', 2, ['\u{1F600}x', '^']],
  ['colours of a terminal', 'a\u001b[31mb', 7, ['a\\u001b[31mb', '           ^']],
  ['what reorders text', 'a\u202eb', 3, ['a\\u202eb', '       ^']],
  ['half of a surrogate pair', 'a\ud800b', 3, ['a\\ud800b', '       ^']],
  ['right-to-left text, which is named', 'title: שלום עולם', 8, ['title: שלום עולם', '       ^ שלום עולם']],
])('a caret under %s', (_, line, column, expected) => {
  expect(frame(line, column)).toEqual(expected);
});

test.each([
  ['its start', 1, 'abcdefghijklmnopqrst…', '^'],
  ['its middle', 300, '…ghijklmnopqrstuvwxyz…', `${' '.repeat(8)}^`],
  ['its end', 2600, '…ghijklmnopqrstuvwxyz', `${' '.repeat(20)}^`],
])('a long line is cut around %s', (_, column, line, caret) => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz'.repeat(100);
  expect(frame(alphabet, column, 20)).toEqual([line, caret]);
  expect(line[caret.length - 1]).toBe(alphabet[column - 1]);
});

test('a line of megabytes takes no longer than another', () => {
  expect(frame('x'.repeat(4_000_000), 2_000_000, 10)).toEqual([`…${'x'.repeat(10)}…`, '     ^']);
});
