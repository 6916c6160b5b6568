import type { Diagnostic } from '../core/diagnostic.ts';

/** A diagnostic whose line and column count within the body of a post: the one who knows the file adds the rest. */
export type MarkdownProblem = Omit<Diagnostic, 'file'>;
