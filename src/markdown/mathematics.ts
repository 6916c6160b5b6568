import type { Element, ElementContent } from 'hast';
import temml from 'temml';
import { placeOf, type RenderContext } from './context.ts';
import { mathmlOf } from './mathml.ts';

/** MathML by TeX. An archive of mathematics writes the same few formulas thousands of times. */
const rendered = new Map<string, string>();
const mostRemembered = 5_000;

/**
 * The formula that passed the sanitizer as code, as MathML; the code itself, reported, when it is not valid TeX.
 */
export function formula(code: Element, context: RenderContext): ElementContent {
  const tex = code.children[0]?.type === 'text' ? code.children[0].value : '';
  try {
    return { type: 'raw', value: mathml(tex, classOf(code) === 'math-display') };
  } catch (error) {
    context.problems.push({
      ...placeOf(code),
      severity: 'error',
      rule: 'bad-formula',
      message: `the formula is not valid TeX: ${reasonOf(error)}`,
      fix: 'mend it, or write \\$ for a dollar sign that is only a dollar sign',
    });
    return { ...code, properties: { className: ['math-error'] } };
  }
}

/**
 * `trust: false` refuses the commands that make links, classes, styles and pictures; the sizes and the macros are bounded.
 * @throws {Error} if it is not valid TeX
 */
function mathml(tex: string, displayMode: boolean): string {
  const key = `${displayMode}${tex}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const tree: unknown = temml.__renderToMathMLTree(tex, {
    displayMode,
    trust: false,
    throwOnError: true,
    maxSize: [20, 20],
    maxExpand: 300,
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

/** Temml adds the formula with combining underlines to its messages; the place of the problem says that better. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be read';
  if (error instanceof RangeError) return 'too much is inside each other';
  return (error.message.split(/ at (?:position|end of input)/)[0] ?? '').trim();
}
