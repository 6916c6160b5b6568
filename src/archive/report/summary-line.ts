import type { Diagnostic } from '../../core/diagnostic.ts';

/** What a check found, in a line: `3 errors and 1 warning in 2 files; 120 threads checked in 0.4 s`. */
export function summaryLine(diagnostics: readonly Diagnostic[], threads: number, seconds: number): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const counts = [counted(errors, 'error'), counted(diagnostics.length - errors, 'warning')].filter(
    (text) => text !== '',
  );
  const files = counted(new Set(diagnostics.map(({ file }) => file)).size, 'file');
  const found = counts.length === 0 ? 'No problems' : `${counts.join(' and ')} in ${files}`;
  return `${found}; ${counted(threads, 'thread') || 'no threads'} checked in ${seconds.toFixed(1)} s`;
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
