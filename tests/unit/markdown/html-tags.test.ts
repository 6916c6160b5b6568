import { expect, test } from 'vitest';
import { htmlTokens } from '../../../src/markdown/html-tags.ts';

const tokensOf = (html: string) =>
  [...htmlTokens(html)].map((token) => {
    const attributes = token.kind === 'open' ? token.attributes.map(({ start, end }) => html.slice(start, end)) : [];
    return [token.kind, html.slice(token.start, token.end), ...attributes];
  });

test.each([
  [
    '<b>a</b >',
    [
      ['open', '<b>'],
      ['close', '</b >'],
    ],
  ],
  ['<a b c=d e="f>g" h=\'i\'/>', [['open', '<a b c=d e="f>g" h=\'i\'/>', 'b', 'c=d', 'e="f>g"', "h='i'"]]],
  ['<img/src/onerror=x>', [['open', '<img/src/onerror=x>', 'src', 'onerror=x']]],
  ['<a b = c>', [['open', '<a b = c>', 'b = c']]],
  [
    '<!-- <b> --><!--><b>',
    [
      ['comment', '<!-- <b> -->'],
      ['comment', '<!-->'],
      ['open', '<b>'],
    ],
  ],
  [
    '<!doctype x><?y?><![CDATA[<b>]]>',
    [
      ['declaration', '<!doctype x>'],
      ['declaration', '<?y?>'],
      ['declaration', '<![CDATA[<b>]]>'],
    ],
  ],
  ['a < b <3 <', []],
  ['<a b="c', [['unclosed', '<']]],
  ['<a b="c>d', [['unclosed', '<']]],
  ['<!-- a', [['unclosed', '<']]],
  ['<a\n<b>', [['open', '<a\n<b>', '<b']]],
])('%j', (html, expected) => {
  expect(tokensOf(html)).toEqual(expected);
});
