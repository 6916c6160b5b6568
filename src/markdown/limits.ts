import type { Limits } from '../core/schema/config.ts';
import type { MarkdownProblem } from './problem.ts';

/** Thrown when a body passes a limit: it is then shown as it was typed, and nothing else is done with it. */
export class LimitPassed extends Error {
  readonly problem: MarkdownProblem;
  constructor(problem: Omit<MarkdownProblem, 'severity'>) {
    super(problem.message);
    this.problem = { severity: 'error', ...problem };
  }
}

/** Quotations and list items opened at the start of a line, with the blanks between them. */
const containers = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*/;
const thematicBreak = /^[ \t>]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const marker = />|[-+*]|\d+[.)]/g;
const delimiterRow = /^[ \t>]*[-:|][-:| \t]*$/;

/** @throws {LimitPassed} before anything costly is done */
export function checkBeforeParsing(body: string, limits: Limits, kind: 'post' | 'comment'): void {
  const name = `${kind}Characters` as const;
  if (body.length > limits[name]) {
    throw new LimitPassed({
      line: 1,
      column: 1,
      rule: `${kind}-too-long`,
      message: `the ${kind} has ${body.length} characters; at most ${limits[name]} are allowed`,
      fix: `split it, shorten it, or raise limits.${name} in responsa.config.ts`,
    });
  }
  const lines = body.split(/\r\n?|\n/);
  lines.forEach((line, index) => {
    checkContainers(line, index + 1, limits);
    if (index > 0 && line.includes('-') && delimiterRow.test(line)) checkTable(lines, index, limits);
  });
}

/** How many quotations and list items begin or go on at the start of a line. */
export function markersIn(line: string): number {
  return containers.exec(line)?.[0].match(marker)?.length ?? 0;
}

function checkContainers(line: string, number: number, limits: Limits): void {
  if (line.length <= limits.nesting || markersIn(line) <= limits.nesting || thematicBreak.test(line)) return;
  throw tooDeep({ line: number, column: 1 }, limits);
}

export function tooDeep(place: { line: number; column: number }, limits: Limits): LimitPassed {
  return new LimitPassed({
    ...place,
    rule: 'too-deep',
    message: `quotations or lists are inside each other more than ${limits.nesting} deep`,
    fix: 'use fewer levels, or put the text between lines of ```',
  });
}

/** A table is as wide as its delimiter row: short rows are filled up to it, so that a few characters can make many cells. */
function checkTable(lines: readonly string[], delimiter: number, limits: Limits): void {
  const columns = (lines[delimiter]?.match(/[^|\s>]+/g) ?? []).length;
  if (columns < 2) return;
  let rows = 1;
  while ((lines[delimiter + rows] ?? '').trim() !== '') rows += 1;
  const place = { line: delimiter, column: 1, rule: 'table-too-large' };
  if (columns > limits.tableColumns) {
    const message = `the table has ${columns} columns; at most ${limits.tableColumns} are allowed`;
    throw new LimitPassed({ ...place, message, fix: 'turn it round, or split it' });
  }
  if (columns * rows > limits.tableCells) {
    const message = `the table has ${columns * rows} cells; at most ${limits.tableCells} are allowed`;
    throw new LimitPassed({ ...place, message, fix: 'split it, or link to the data' });
  }
}
