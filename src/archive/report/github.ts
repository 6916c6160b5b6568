import type { Diagnostic } from '../../core/diagnostic.ts';
import { visible } from './visible.ts';

/**
 * Diagnostics as workflow commands of GitHub Actions, which Forgejo understands too: a line each, shown beside the line of the file in a
 * pull request. Escapes as the runner undoes them (actions/toolkit, packages/core/src/command.ts).
 */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ file, line, column, severity, rule, message, fix }) => {
      const properties = [
        `file=${property(visible(file))}`,
        `line=${line}`,
        `col=${column}`,
        `title=${property(rule)}`,
      ].join(',');
      const text = fix === undefined ? visible(message) : `${visible(message)}\nfix: ${visible(fix)}`;
      return `::${severity} ${properties}::${data(text)}`;
    })
    .join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
