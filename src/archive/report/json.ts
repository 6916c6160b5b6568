import type { Diagnostic } from '../../core/diagnostic.ts';

/** Diagnostics for programs: one array of `Diagnostic`, the fields always in the same order. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  const array = diagnostics.map(({ file, line, column, severity, rule, message, fix }) => ({
    file,
    line,
    column,
    severity,
    rule,
    message,
    ...(fix === undefined ? {} : { fix }),
  }));
  return JSON.stringify(array, undefined, 2);
}
