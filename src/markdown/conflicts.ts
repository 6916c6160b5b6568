import type { Nodes, Root } from 'mdast';
import { contextOf, type RenderFile } from './context.ts';

/** Reports the lines that git leaves when it cannot join two versions of a text, where they are not shown as code. */
export function reportConflicts() {
  return (tree: Root, file: RenderFile): void => {
    const { problems, source } = contextOf(file);
    if (!/^(?:<{7}|>{7}) /m.test(source)) return;
    const inCode = codeLines(tree);
    const lines = source.split(/\r\n?|\n/).map((line, index) => (inCode.has(index + 1) ? '' : line));
    const begin = lines.findIndex((line) => /^<{7} \S/.test(line));
    // Seven quotations inside each other are no conflict without the line between the two versions.
    const end = lines.some((line) => /^={7}$/.test(line)) ? lines.findIndex((line) => /^>{7} \S/.test(line)) : -1;
    const index = begin === -1 ? end : begin;
    if (index === -1) return;
    problems.push({
      line: index + 1,
      column: 1,
      severity: 'error',
      rule: 'merge-conflict',
      message: `two versions of the text were not joined: this line ${begin === -1 ? 'ends' : 'begins'} a conflict that git left`,
      fix: 'keep what is right of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>',
    });
  };
}

/** The lines of all blocks of code, counted from 1. */
function codeLines(tree: Root): Set<number> {
  const found = new Set<number>();
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'code' && node.position) {
      for (let { line } = node.position.start; line <= node.position.end.line; line++) found.add(line);
    }
    if ('children' in node) open.push(...node.children);
  }
  return found;
}
