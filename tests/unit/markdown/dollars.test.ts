import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parserOf } from '../../../src/markdown/parsers.ts';
import { htmlOf } from './render.ts';
import { parsers } from './render.ts';

/** The formulas of a body, which must be the same from both parsers. */
function formulasIn(body: string): string[] {
  const [fast, reference] = parsers.map((parser) => formulas(parserOf(parser).parse(body)));
  expect(fast).toEqual(reference);
  return fast ?? [];
}

function formulas(node: Nodes): string[] {
  if (node.type === 'inlineMath') return [node.value];
  return 'children' in node ? node.children.flatMap(formulas) : [];
}

test.each<[string, string[]]>([
  ['It costs $5 and $6.', []],
  ['It costs $5 and $6, so $x$ is $a+b$.', ['x', 'a+b']],
  ['From $20,000 to US$30,000', []],
  ['$ a$, $a $ and $a$5', []],
  ['$a$-th, ($b$), $c$, \\$5', ['a', 'b', 'c']],
  ['$a\nb$', ['a\nb']],
  ['$5 or `$x` or $y$', ['5 or `', 'y']],
  ['$5 or $6 or `a $ b` or $y$', ['y']],
  ['**$5** and *$6* and $z$', ['z']],
  ['$$ a $$ and $$b$$5', ['a', 'b']],
  ['| $5 | $6 | $x$ |\n|-|-|-|\n| $7 and $8 | $y$ | |', ['x', 'y']],
  ['$5 and $6\n\n$x$ and $7 or $8', ['x']],
  ['\ufe69 $5 and $6', []],
  ['> $5\n> and $6 $x$', ['x']],
])('the formulas of %j are %j', (body, expected) => {
  expect(formulasIn(body)).toEqual(expected);
});

test('what is between two prices is Markdown', () => {
  expect(htmlOf('$5 **and** [x $4](https://example.org/ "y $6") \ufe69 ![z $7](a.png)')).toBe(
    '<p dir="auto">$5 <strong>and</strong> <a href="https://example.org/" title="y $6" rel="nofollow ugc noopener">x $4</a> \ufe69 <img src="/a/a.png" alt="z $7" width="40" height="30" loading="lazy" decoding="async"></p>',
  );
});
