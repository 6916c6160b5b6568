import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { deepestFormula } from '../../../src/markdown/depths.ts';
import { formulaDepth } from '../../../src/markdown/formula-depth.ts';
import { renderBody } from '../../../src/markdown/render-body.ts';
import { optionsOf } from './render.ts';

/** What a thread of execution with a stack of half a MiB makes of a body; the main thread has twice as much, a worker eight times. */
function inSmallStack(body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
      workerData: body,
      resourceLimits: { stackSizeMb: 0.5 },
    });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

const around = (before: string, text: string, after: string, times: number) =>
  before.repeat(times) + text + after.repeat(times);
const elements = 'elements of HTML are inside each other more than 200 deep';
const emphasis = 'emphasis, links, quotations and lists are inside each other more than 200 deep';
const groups = 'the formula is not valid TeX: more than 50 groups, brackets or commands are inside each other';

describe('what is inside each other', () => {
  test.each<[string, string, [number, number, string] | undefined]>([
    ['elements, to the limit', around('<kbd>', 'a', '</kbd>', 198), undefined],
    ['elements, beyond it', `a\n\n${around('<kbd>', 'a', '</kbd>', 201)}`, [3, 1001, elements]],
    ['elements that are never closed', '<div>\n'.repeat(2000), [201, 1, elements]],
    ['elements that the end of their paragraph closes', 'x <kbd>y\n\n'.repeat(1000), undefined],
    ['emphasis, to the limit', around('*a **b ', 'x', 'c** d*', 95), undefined],
    ['emphasis, beyond it', around('**x ', 'x', ' y**', 2000), [1, 797, emphasis]],
    ['fractions, to the limit', `$${around('\\frac{', 'a', '}{b}', 50)}$`, undefined],
    ['fractions, beyond it', `$${around('\\frac{', 'a', '}{b}', 51)}$`, [1, 1, groups]],
    ['thousands of braces', `a $${around('{', 'a', '}', 5000)}$`, [1, 3, groups]],
    ['switches of style', `$${'\\displaystyle '.repeat(1000)} a$`, [1, 1, groups]],
    ['commands without braces', `$${'\\frac'.repeat(51)} a$`, [1, 1, groups]],
    [
      'macros that make it deeper',
      `$\\def\\a#1{\\sqrt{\\sqrt{\\sqrt{#1}}}}${around('\\a{', 'x', '}', 46)}$`,
      [1, 1, 'the formula is not valid TeX: Too many expansions: infinite loop or need to increase maxExpand setting'],
    ],
    [
      'macros that make it deeper, to the limit',
      `$\\def\\a#1{\\begin{matrix}#1\\end{matrix}}${around('\\a{', 'x', '}', 18)}$`,
      undefined,
    ],
    ['all of it', `${around('*a **b ', `<kbd>$${around('\\sqrt{', 'a', '}', 50)}$</kbd>`, 'c** d*', 90)}`, undefined],
    ['code', `\`\`\`js\n${'`${'.repeat(3000)}\n\`\`\``, undefined],
  ])('%s', async (_, body, expected) => {
    const { html, problems } = renderBody(body, optionsOf());
    expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual(expected ? [expected] : []);
    expect(await inSmallStack(body)).toEqual({ html, problems });
  });
});

test.each([
  ['x', 0],
  ['\\frac{1}{2}+\\sqrt{\\frac{a}{b}}', 2],
  ['\\frac12', 1],
  ['\\mathbf\\mathrm{x}', 2],
  ['\\left(\\left[a\\right]\\right)', 2],
  // Half-open intervals do not end each other.
  ['[0,1) \\cup [1,2)', 2],
  ['(a)(b)(c)', 1],
  ['\\{ x_{(i)} \\}', 3],
  ['{\\bf a \\it b} \\bf c', 3],
  ['\\begin{matrix} \\bf a & \\bf b \\\\ \\bf c \\end{matrix}', 2],
  ['\\text{if $x_{i}$}', 3],
  ['( \\left( a \\right) b ( c ) )', 2],
  ['\\bigl( \\bigl( a', 0],
  ['{'.repeat(deepestFormula + 9), deepestFormula + 9],
])('%s is %i deep', (tex, depth) => {
  expect(formulaDepth(tex)).toBe(depth);
});

test('formulas that cannot be read are one problem at the first', () => {
  const body = 'a $\\frac$ b\n\nc $\\sqrt$ d $\\foo$\n\n$$\n\\bar\n$$\n';
  expect(renderBody(body, optionsOf()).problems).toEqual([
    {
      line: 1,
      column: 3,
      severity: 'error',
      rule: 'bad-formula',
      message:
        "the formula is not valid TeX: Unexpected end of input in a macro argument, expected '}'; 3 more of the kind are in this text (lines 3, 5)",
      fix: 'mend it, or write \\$ for a dollar sign that is only a dollar sign',
    },
  ]);
});

test.each([
  'x_{}^{}_',
  '\\left',
  '\\limits',
  '{}^',
  '\\over',
  '\\cfrac{1}',
  '\\overset{a}',
  '\\hline',
  '\\\\[',
  '\\middle|',
  '\\tag{1}',
  '\\begin{CD}A@',
  '\\sideset{}{}',
  '\\prescript',
  '\\ce{->[}',
])('the reason why %s cannot be read has no words about code', (tex) => {
  const [problem] = renderBody(`$${tex}$`, optionsOf()).problems;
  expect(problem?.message ?? '').not.toMatch(/undefined|null|properties|function \(|not iterable/);
});
