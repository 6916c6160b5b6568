import { styleText } from 'node:util';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { sourceFrame } from './source-frame.ts';
import { visible } from './visible.ts';

export type PrettyOptions = {
  colour: boolean;
  /** Cells of the terminal that a line of a file may take; 100 if absent. */
  width?: number;
  /** The lines of a file by the name that diagnostics call it; nothing for folders and what cannot be read. */
  linesOf?: (file: string) => readonly string[] | undefined;
};

type Style = (format: 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan', text: string) => string;

/** Diagnostics for people: a paragraph each, those of a file together, with the line of the file and how to mend it. */
export function formatPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const style: Style = (format, text) => (options.colour ? styleText(format, text, { validateStream: false }) : text);
  let file: string | undefined;
  let lines: readonly string[] | undefined;
  return diagnostics
    .map((diagnostic) => {
      if (diagnostic.file !== file) lines = options.linesOf?.((file = diagnostic.file));
      return paragraph(diagnostic, lines?.[diagnostic.line - 1], options.width ?? 100, style);
    })
    .join('\n\n');
}

function paragraph(diagnostic: Diagnostic, source: string | undefined, width: number, style: Style): string {
  const { file, line, column, severity, rule, message, fix } = diagnostic;
  // A problem with the file as a whole is put at its start, where there is nothing to see.
  const isFence = line === 1 && column === 1 && source === '---';
  const label = style(severity === 'error' ? 'red' : 'yellow', severity);
  return [
    `${style('bold', visible(file))}:${line}:${column} ${label} ${style('dim', rule)}`,
    `  ${visible(message)}`,
    ...(source === undefined || source.trim() === '' || isFence ? [] : frame(source, line, column, width, style)),
    ...(fix === undefined ? [] : [`  ${style('green', 'fix:')} ${visible(fix)}`]),
  ].join('\n');
}

function frame(source: string, line: number, column: number, width: number, style: Style): string[] {
  const number = `${line}`;
  const { line: text, caret } = sourceFrame(source, column, width);
  const bar = style('dim', '|');
  return [`  ${style('dim', number)} ${bar} ${text}`, `  ${' '.repeat(number.length)} ${bar} ${style('cyan', caret)}`];
}
