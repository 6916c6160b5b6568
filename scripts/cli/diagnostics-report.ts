import { readFileSync } from 'node:fs';
import { stripVTControlCharacters, styleText } from 'node:util';
import { formatGithub } from '../../src/archive/report/github.ts';
import { formatGitlab } from '../../src/archive/report/gitlab.ts';
import { formatJson } from '../../src/archive/report/json.ts';
import { formatPretty } from '../../src/archive/report/pretty.ts';
import { formatSarif } from '../../src/archive/report/sarif.ts';
import { summaryLine } from '../../src/archive/report/summary-line.ts';
import { ruleCatalogue } from '../../src/archive/rules/catalogue.ts';
import { policyCatalogue } from '../../src/contribute/policy/judge.ts';
import { sourceLines } from '../../src/archive/source-lines.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';

export const formats = ['pretty', 'json', 'github', 'gitlab', 'sarif'] as const;

/** The rules for the content, and those for pull requests. */
const catalogue = { ...ruleCatalogue, ...policyCatalogue };

export type ReportOptions = {
  format: (typeof formats)[number];
  /** How many diagnostics to show; 0 for all. */
  max: number;
  /** Errors only, and no summary. */
  quiet: boolean;
  /** How many threads were checked, and how long it took. */
  threads: number;
  seconds: number;
};

/** Prints diagnostics on standard output. The summary goes with the pretty ones alone. */
export function printReport(all: readonly Diagnostic[], { format, max, quiet, threads, seconds }: ReportOptions): void {
  const wanted = quiet ? all.filter(({ severity }) => severity === 'error') : all;
  const shown = max === 0 ? wanted : wanted.slice(0, max);
  if (format !== 'pretty') {
    const text = { json: formatJson, github: formatGithub, gitlab: formatGitlab, sarif: toSarif }[format](shown);
    if (text !== '') console.log(text);
    return;
  }
  if (shown.length > 0) console.log(prettyText(shown, process.stdout));
  if (shown.length < wanted.length) console.log(`\n… and ${wanted.length - shown.length} more: --max 0 shows all.`);
  if (!quiet) console.log(`${shown.length > 0 ? '\n' : ''}${summaryLine(all, threads, seconds)}`);
}

/** Diagnostics for people, with the lines of the files, as wide and as colourful as a stream allows. */
export function prettyText(diagnostics: readonly Diagnostic[], stream: NodeJS.WriteStream): string {
  return formatPretty(diagnostics, {
    colour: takesColour(stream),
    width: Math.max(40, Math.min(160, (stream.isTTY ? stream.columns : 120) - 12)),
    linesOf: sourceLines(process.cwd()),
  });
}

/** Lists the rules with what they ask for and why. */
export function printRules(): void {
  for (const [name, { what, why }] of Object.entries(catalogue).sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`${styleText('bold', name, { stream: process.stdout })}\n  ${what}\n  ${why}`);
  }
}

/** Whether a stream shows colours: a terminal does, unless NO_COLOR, NODE_DISABLE_COLORS or FORCE_COLOR say otherwise. */
function takesColour(stream: NodeJS.WriteStream): boolean {
  const text = styleText('red', 'x', { stream });
  return text !== stripVTControlCharacters(text);
}

function toSarif(diagnostics: readonly Diagnostic[]): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return formatSarif(diagnostics, version, catalogue);
}
