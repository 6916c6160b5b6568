import { expect, test } from 'vitest';
import { createFormulaRepair } from '../../../src/import/formula-repair.ts';

test('a definition is put in front of later formulas that need it', () => {
  const changes: string[] = [];
  const repair = createFormulaRepair((kind) => changes.push(kind));
  expect(repair('\\newcommand{\\bra}[1]{\\langle#1|} \\bra{x}', false)).toBe('\\def\\bra#1{\\langle#1|}\\bra{x}');
  expect(repair('\\bra{y}', false)).toBe('\\def\\bra#1{\\langle#1|}\\bra{y}');
  expect(repair('x^2', false)).toBe('x^2');
  expect(changes).toEqual(['formula-mended', 'formula-mended']);
});

test('what MathJax alone knows is taken out or renamed', () => {
  const repair = createFormulaRepair(() => undefined);
  expect(repair('\\require{cancel}\\cancel{x}', false)).toBe('\\cancel{x}');
  expect(repair('\\begin{eqnarray*}a&b\\end{eqnarray*}', true)).toBe('\\begin{align*}a&b\\end{align*}');
});

test('what cannot be mended is to be code', () => {
  const changes: string[] = [];
  expect(createFormulaRepair((kind) => changes.push(kind))('\\nosuchcommand{x}', false)).toBeUndefined();
  expect(changes).toEqual(['formula-as-code']);
});
