import { newContext, type RenderContext } from './context.ts';
import { escapeHtml } from './escape-html.ts';
import { excerptOf } from './excerpt.ts';
import { checkBeforeParsing, LimitPassed } from './limits.ts';
import type { RenderOptions } from './options.ts';
import type { MarkdownProblem } from './problem.ts';
import { bodyProcessors, commentProcessors } from './processors.ts';
import { checkForReference } from './reference-limits.ts';

export type { MarkdownProblem, RenderOptions };

export type RenderedBody = {
  /** Safe HTML: nothing in it runs code, whatever the body was. */
  html: string;
  /** The visible text with its white space folded; code is part of it, marks of footnotes are not, formulas are TeX. */
  text: string;
  /** The first words without code blocks, at most 220 UTF-16 units, with `…` if there is more. */
  excerpt: string;
  hasCode: boolean;
  hasMath: boolean;
  hasPicture: boolean;
  /** In the order of their places. */
  problems: MarkdownProblem[];
};

/**
 * Renders the Markdown of a post: CommonMark, the GitHub extensions, mathematics, and the HTML that posts may use. Never throws: a body
 * that passes a limit is shown as it was typed, with a problem of severity `error`.
 */
export function renderBody(body: string, options: RenderOptions): RenderedBody {
  const context = newContext(body, options);
  let html: string;
  try {
    check(body, options, 'post');
    html = String(bodyProcessors[options.parser ?? 'satteri'].processSync({ value: body, data: { context } }));
  } catch (error) {
    return asTyped(context, error);
  }
  const { text, prose, hasCode, hasMath, hasPicture } = context;
  return { html, text, excerpt: excerptOf(prose), hasCode, hasMath, hasPicture, problems: inOrder(context.problems) };
}

/** A comment: its HTML is what may stand in a paragraph, without the paragraph itself. */
export type RenderedComment = Pick<RenderedBody, 'html' | 'problems'>;

/**
 * Renders the Markdown of a comment: emphasis, code, links, struck-out text and formulas, in one paragraph. Blocks are made running
 * text and pictures links, each with a problem. Never throws: a comment that passes a limit is shown as it was typed.
 */
export function renderComment(text: string, options: RenderOptions): RenderedComment {
  const context = newContext(text, options);
  try {
    check(text, options, 'comment');
    const html = String(commentProcessors[options.parser ?? 'satteri'].processSync({ value: text, data: { context } }));
    return { html, problems: inOrder(context.problems) };
  } catch (error) {
    return { html: escapeHtml(text), problems: inOrder([...context.problems, problemOf(error)]) };
  }
}

function check(body: string, { limits, parser }: RenderOptions, kind: 'post' | 'comment'): void {
  checkBeforeParsing(body, limits, kind);
  if (parser === 'remark') checkForReference(body);
}

function asTyped(context: RenderContext, error: unknown): RenderedBody {
  const text = context.source.replace(/\s+/g, ' ').trim();
  return {
    html: `<pre tabindex="0">${escapeHtml(context.source)}</pre>`,
    text,
    excerpt: excerptOf(text),
    hasCode: false,
    hasMath: false,
    hasPicture: false,
    problems: inOrder([...context.problems, problemOf(error)]),
  };
}

function problemOf(error: unknown): MarkdownProblem {
  if (error instanceof LimitPassed) return error.problem;
  const tooDeep = error instanceof RangeError;
  return {
    line: 1,
    column: 1,
    severity: 'error',
    rule: 'cannot-render',
    message: `this cannot be rendered: ${tooDeep ? 'too much is inside each other' : error instanceof Error ? error.message : String(error)}`,
    fix: 'use fewer levels of quotations, lists, emphasis and HTML inside each other',
  };
}

function inOrder(problems: MarkdownProblem[]): MarkdownProblem[] {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}
