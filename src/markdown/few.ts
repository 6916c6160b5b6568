import type { MarkdownProblem } from './problem.ts';

/** On which line of the file the text begins. */
type Lines = { firstLine?: number };

const mostAlone = 3;
const mostLines = 5;

/** Problems of one kind as they are if they are few; else the first, which says how many more there are and in which lines. */
export function few(problems: readonly MarkdownProblem[], { firstLine = 1 }: Lines): MarkdownProblem[] {
  const [first, ...others] = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (!first || problems.length <= mostAlone) return [...problems];
  return [{ ...first, message: `${first.message}; ${more(others, { firstLine })}` }];
}

/** `2 more of the kind are in this text (lines 3, 5)` */
export function more(others: readonly { line: number }[], { firstLine = 1 }: Lines): string {
  const lines = [...new Set(others.map(({ line }) => line + firstLine - 1))];
  const shown = `${lines.slice(0, mostLines).join(', ')}${lines.length > mostLines ? ', …' : ''}`;
  return `${others.length} more of the kind ${others.length === 1 ? 'is' : 'are'} in this text (line${lines.length > 1 ? 's' : ''} ${shown})`;
}
