import type { Element, ElementContent } from 'hast';
import temml from 'temml';
import { placeOf, type RenderContext } from './context.ts';
import { more } from './few.ts';
import { deepestFormula } from './depths.ts';
import { definesMacros, formulaDepth } from './formula-depth.ts';
import { mathmlOf } from './mathml.ts';

/** MathML by TeX. An archive of mathematics writes the same few formulas thousands of times. */
const rendered = new Map<string, string>();
const mostRemembered = 5_000;

class TooDeep extends Error {}

/** Macros that a formula defines may make it deeper by as many levels in all. */
const deepestByMacros = 400;
const mostExpansions = 300;

/** The formula that passed the sanitizer as code, as MathML; the code itself, noted as one that cannot be read, when it is not valid TeX. */
export function formula(code: Element, context: RenderContext): ElementContent {
  const tex = code.children[0]?.type === 'text' ? code.children[0].value : '';
  try {
    return { type: 'raw', value: mathml(tex, classOf(code) === 'math-display') };
  } catch (error) {
    context.badFormulas.push({ ...placeOf(code), reason: reasonOf(error) });
    return { ...code, properties: { className: ['math-error'] } };
  }
}

/** Reports all formulas of a body that cannot be read as one problem, at the first. */
export function reportFormulas({ badFormulas, problems, options }: RenderContext): void {
  const [first, ...others] = badFormulas.toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (!first) return;
  const { reason, ...place } = first;
  const also = others.length === 0 ? '' : `; ${more(others, options)}`;
  problems.push({
    ...place,
    severity: 'error',
    rule: 'bad-formula',
    message: `the formula is not valid TeX: ${reason}${also}`,
    fix: 'mend it, or write \\$ for a dollar sign that is only a dollar sign',
  });
}

/**
 * `trust: false` refuses the commands that make links, classes, styles and pictures; the sizes, the macros and the depth are bounded.
 * @throws {Error} if it is not valid TeX
 */
function mathml(tex: string, displayMode: boolean): string {
  const key = `${displayMode}${tex}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const depth = formulaDepth(tex);
  if (depth > deepestFormula)
    throw new TooDeep(`more than ${deepestFormula} groups, brackets or commands are inside each other`);
  const tree: unknown = temml.__renderToMathMLTree(tex, {
    displayMode,
    trust: false,
    throwOnError: true,
    maxSize: [20, 20],
    maxExpand: definesMacros(tex)
      ? Math.min(mostExpansions, Math.floor(deepestByMacros / Math.max(1, depth)))
      : mostExpansions,
  });
  const value = mathmlOf(tree);
  if (rendered.size >= mostRemembered) rendered.clear();
  if (tex.length <= 200) rendered.set(key, value);
  return value;
}

export function classOf(element: Element): string {
  const { className } = element.properties;
  return Array.isArray(className) ? String(className[0] ?? '') : '';
}

/**
 * Temml adds the formula with combining underlines to its messages; the place of the problem says that better. What it did not foresee
 * has words about its own code.
 */
function reasonOf(error: unknown): string {
  if (error instanceof TooDeep) return error.message;
  if (!(error instanceof Error) || error.name !== 'ParseError')
    return 'a command, ^ or _ in it has nothing behind it that it could be about';
  return (error.message.split(/ at (?:position|end of input)/)[0] ?? '').trim();
}
