import { expect, test } from 'vitest';
import { codeSpan, safeText, shortened } from '../../../../src/contribute/review/safe-text.ts';

const z = '\u200b';

test.each([
  ['plain words, and 3.5 of them', 'plain words, and 3.5 of them'],
  ['*a* _b_ [c](d) `e`', '\\*a\\* \\_b\\_ \\[c\\]\\(d\\) \\`e\\`'],
  ['<b>&amp;</b>', `&lt;b\\>&amp;${z}amp;&lt;/b\\>`],
  ['@ada @{ada} a@example.org', `@${z}ada @${z}\\{ada\\} a@${z}example.org`],
  ['#1 GH-1 org/x!2', `\\#${z}1 GH-${z}1 org/x\\!${z}2`],
  ['https://example.org www.example.org', `https:${z}//example.org www${z}.example.org`],
  ['one\n\n## two', 'one \\#\\# two'],
  ['- item', `${z}- item`],
  ['1. item', `${z}1. item`],
  ['/approve', `${z}/approve`],
  ['a\x1b[31m\u202eb', 'a\\\\u001b\\[31m\\\\u202eb'],
])('%j', (text, expected) => {
  expect(safeText(text)).toBe(expected);
});

test.each([
  ['plain', '`plain`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['', '`  `'],
  ['a\nb', '`a\\u000ab`'],
])('code %j', (text, expected) => {
  expect(codeSpan(text)).toBe(expected);
});

test.each([
  ['short', 10, 'short'],
  ['some words here', 10, 'some words …'],
  ['😀😀😀', 3, '😀 …'],
])('%j in %i', (text, length, expected) => {
  expect(shortened(text, length)).toBe(expected);
});
