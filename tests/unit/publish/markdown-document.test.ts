import { expect, test } from 'vitest';
import { lineOfText, markdownDocument, markdownLine } from '../../../src/publish/markdown-document.ts';

test('what would mean something in Markdown is escaped', () => {
  expect(markdownLine('*not* strong, [no link](x) and\na second line')).toBe(
    '\\*not\\* strong, \\[no link]\\(x) and a second line',
  );
  expect(markdownLine('1. is no list')).toBe('1\\. is no list');
});

test('the short way for plain texts writes what the writer of Markdown writes', () => {
  const signs = [
    'a',
    'É',
    'я',
    '漢',
    '1',
    ' ',
    ...',.?!\'’"“”%…–—;:()/+=-',
    '*',
    '_',
    '[',
    ']',
    '#',
    '\\',
    '&',
    '<',
    '`',
  ];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let i = 0; i < 2_000; i++) {
    const text = Array.from({ length: 1 + next(9) }, () => signs[next(signs.length)] ?? '').join('');
    const whole = markdownDocument([{ type: 'paragraph', children: [lineOfText(text)] }]).trim();
    expect([text, markdownLine(text)]).toEqual([text, whole]);
  }
});
