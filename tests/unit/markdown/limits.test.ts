import { describe, expect, test } from 'vitest';
import { limitsSchema } from '../../../src/core/schema/config.ts';
import { renderBody } from '../../../src/markdown/render-body.ts';
import { htmlOf, optionsOf, parsers, placesOf } from './render.ts';

const limits = limitsSchema.parse({ postCharacters: 3_000, nesting: 4, tableColumns: 3, tableCells: 12 });

describe('a limit that is passed', () => {
  test.each([
    ['characters', 'a'.repeat(3_001), ['1:1 error post-too-long']],
    ['quotations in one line', 'a\n\n> > > > > b', ['3:1 error too-deep']],
    ['lists in one line', '- 1. + * - b', ['1:1 error too-deep']],
    ['columns of a table', 'a\n\n|a|b|c|d|\n|-|-|-|-|', ['3:1 error table-too-large']],
    ['cells of a table', 'a|b|c\n-|-|-\n1\n2\n3\n4\n', ['1:1 error table-too-large']],
  ])('%s', (_, body, expected) => {
    expect(placesOf(body, { limits })).toEqual(expected);
    expect(htmlOf(body, { limits })).toBe(`<pre tabindex="0">${body.replaceAll('>', '&gt;')}</pre>`);
  });

  test('lists inside each other by indentation', () => {
    const body = Array.from({ length: 6 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n');
    expect(placesOf(body, { limits })).toEqual(['5:9 error too-deep']);
  });
});

describe('what is within the limits', () => {
  test.each([
    ['as many characters', 'a'.repeat(3_000)],
    ['as many quotations', '> > > > b'],
    ['a rule across the page', `- ${'- '.repeat(40)}`],
    ['as many columns', '|a|b|c|\n|-|-|-|\n|1|2|3|'],
    ['rows that are no table', 'a|b\n\n1|2\n'.repeat(20)],
  ])('%s', (_, body) => {
    expect(placesOf(body, { limits })).toEqual([]);
  });
});

const many = (text: string, length = 29_000) => text.repeat(Math.floor(length / text.length));

// Each took seconds to minutes, or threw, in one of the parsers or in what comes behind them. The test's own time limit is the bound.
const hostile: [string, string][] = [
  ['lists in lists', many('- - - -\n')],
  ['emphasis around code', `${many('*', 14_000)}a\`\`${many('*', 14_000)}`],
  ['alternating emphasis', many('*_')],
  ['opened and closed emphasis', many('**x ', 14_000) + many('y** ', 14_000)],
  ['brackets', many('[')],
  ['links in links', many('[a](')],
  ['pictures in pictures', many('![a')],
  ['quotations', many('>')],
  ['lazy lines', `- - - - - a\n${many('b\n')}`],
  ['dollars', many('$a ')],
  ['a table of empty cells', `${many('|a', 4_000)}|\n${many('|-', 4_000)}|\n${many('|1\n', 20_000)}`],
  ['backticks', Array.from({ length: 230 }, (_, index) => '`'.repeat(index)).join(' ')],
  ['tags that never close', many('<a ')],
  ['tags on lines of their own', many('<div\n')],
  ['open elements', many('<div>')],
  ['formatting elements', many('<b><p>')],
  ['scripts', many('a<script> ')],
  ['comments', many('a <!-- ')],
  ['definitions', many('[a]: b\n')],
  ['entities', many('&CounterClockwiseContourIntegral;')],
  ['notes that cite each other', 'a[^a]\n\n[^a]: b[^b]\n\n[^b]: c[^a]\n'],
  ['notes in notes', many('[^a]: ')],
  ['equal headings', many('# a\n')],
  ['underlined headings', many('a\n=\n')],
  ['addresses', many('a_@')],
  ['formulas in formulas', `$${many('\\frac{')}$`],
  ['macros that grow', `$\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{xxxxxxxx}${many('\\a ', 20_000)}$`],
  ['a macro that calls itself', '$\\def\\a{\\a\\a}\\a$'],
  ['code that is slow to highlight', `\`\`\`markdown\n${many('*a [b](', 14_000)}\n\`\`\``],
  ['code that is deep to highlight', `\`\`\`ruby\n${many('%q{#{', 9_000)}\n\`\`\``],
  ['only blanks', many(' ')],
  ['only carriage returns', many('\r')],
  ['zero characters', many('\0')],
  ['half of a surrogate pair', '\ud800 *a* \udc00'],
];

describe.each(parsers)('hostile input ends soon with the parser %s', (parser) => {
  test.each(hostile)('%s', (_, body) => {
    const { html, problems } = renderBody(body, optionsOf({ parser }));
    expect(typeof html).toBe('string');
    expect(problems.filter(({ severity }) => severity === 'error').length === 0 || html.length > 0).toBe(true);
  });
});
