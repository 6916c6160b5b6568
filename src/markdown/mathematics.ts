import type { Element, ElementContent } from 'hast';
import temml from 'temml';
import { placeOf, type RenderContext } from './context.ts';
import { mathmlOf } from './mathml.ts';

/**
 * The formula that passed the sanitizer as code, as MathML; the code itself, reported, when it is not valid TeX.
 * `trust: false` refuses commands that make links, classes, styles and pictures. Bounds on sizes and on macros are those of Temml.
 */
export function formula(code: Element, context: RenderContext): ElementContent {
  const tex = code.children[0]?.type === 'text' ? code.children[0].value : '';
  const displayMode = classOf(code) === 'math-display';
  try {
    const tree: unknown = temml.__renderToMathMLTree(tex, {
      displayMode,
      trust: false,
      throwOnError: true,
      maxSize: [20, 20],
      maxExpand: 300,
    });
    return mathmlOf(tree);
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

export function classOf(element: Element): string {
  const { className } = element.properties;
  return Array.isArray(className) ? String(className[0] ?? '') : '';
}

/** Temml adds the formula with combining underlines to its messages; the place of the problem says that better. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be read';
  return error instanceof RangeError
    ? 'it is nested too deep'
    : (error.message.split(/ at (?:position|end of input)/)[0] ?? '').trim();
}
