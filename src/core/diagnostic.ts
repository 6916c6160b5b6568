/** How bad a diagnostic is: an `error` fails validation and the build, a `warning` is only shown. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong in the content, with its place and how to mend it. */
export type Diagnostic = {
  /** Path of the file as the person at the terminal would type it, with `/` between folders. */
  file: string;
  /** Line in the file, counted from 1. */
  line: number;
  /** Column in the line, counted from 1 in UTF-16 units. */
  column: number;
  severity: Severity;
  /** The name of the rule that found it, as in `dangling-accepted`. */
  rule: string;
  /** What is wrong and why, in one sentence. */
  message: string;
  /** What to write or do instead. */
  fix?: string;
};

/** A place in a file; the start of the file when nothing better is known. */
export type Place = { line: number; column: number };

export const startOfFile: Place = { line: 1, column: 1 };

/** Orders diagnostics by file, line, column and rule, so that two runs print the same. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
