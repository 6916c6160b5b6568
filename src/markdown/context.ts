import type { Transformer } from 'unified';
import type { Place } from '../core/diagnostic.ts';
import type { RenderOptions } from './options.ts';
import type { MarkdownProblem } from './problem.ts';

/** Where a formula begins, and why it cannot be read, as the end of a sentence. */
export type BadFormula = Place & { reason: string };

/** What the transforms of one body share. It travels as `file.data.context` through the frozen processors. */
export type RenderContext = {
  /** The Markdown as it was handed in. */
  source: string;
  /** Its lines, split when the first problem asks for them. */
  lines: readonly string[] | undefined;
  options: RenderOptions;
  problems: MarkdownProblem[];
  /** Formulas that could not be read: they are reported together. */
  badFormulas: BadFormula[];
  /** Where comments of HTML begin, but for guides. */
  htmlComments: Place[];
  /** The ids of the body without their prefix, in the order in which they were given out. */
  ids: Set<string>;
  /** The levels of headings that the body uses, the highest first; known once the sanitized tree is there. */
  headingLevels: number[];
  /** How often each heading was numbered to be unlike the others. */
  headingCounts: Map<string, number>;
  /** Visible plain text; filled after sanitizing, while formulas are still TeX and code is still one piece. */
  text: string;
  /** The text without code blocks. */
  prose: string;
  hasCode: boolean;
  hasMath: boolean;
  hasPicture: boolean;
};

export function newContext(source: string, options: RenderOptions): RenderContext {
  return {
    source,
    lines: undefined,
    options,
    problems: [],
    badFormulas: [],
    htmlComments: [],
    ids: new Set(),
    headingLevels: [],
    headingCounts: new Map(),
    text: '',
    prose: '',
    hasCode: false,
    hasMath: false,
    hasPicture: false,
  };
}

/** The file that unified hands to each transform. */
export type RenderFile = Parameters<Transformer>[1];

/** The context of the body that a processor works on. */
export function contextOf(file: RenderFile): RenderContext {
  return file.data['context'] as RenderContext;
}

type Positioned = { position?: { start: Place } | undefined };

/** Where a node begins in the body; its start if the node has no place of its own. */
export function placeOf(node: Positioned): Place {
  const start = node.position?.start;
  return start ? { line: start.line, column: start.column } : { line: 1, column: 1 };
}
