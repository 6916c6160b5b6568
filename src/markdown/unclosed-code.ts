import type { Root } from 'mdast';
import { contextOf, placeOf, type RenderFile } from './context.ts';

/** Reports a block of code that is never closed: all that follows is shown as code. Only the last block of a body can be one. */
export function reportUnclosedCode() {
  return (tree: Root, file: RenderFile): void => {
    const { problems, source } = contextOf(file);
    const last = tree.children.findLast((node) => node.type === 'code');
    const { start, end } = last?.position ?? {};
    if (!last || start?.offset === undefined || end?.offset === undefined) return;
    const code = source.slice(start.offset, end.offset);
    const fence = /^(?:`{3,}|~{3,})/.exec(code)?.[0];
    if (fence === undefined || isClosed(code, fence)) return;
    problems.push({
      ...placeOf(last),
      severity: 'warning',
      rule: 'unclosed-code',
      message: 'this line begins code that is never closed, so all that follows is shown as code',
      fix: `put a line of ${fence} behind the code`,
    });
  };
}

/** Whether the last line is a fence of the same kind, as long as the first or longer. */
function isClosed(code: string, fence: string): boolean {
  const lines = code.split(/\r\n?|\n/);
  const end = lines.at(-1)?.trim() ?? '';
  return lines.length > 1 && end.length >= fence.length && end === (fence[0] ?? '').repeat(end.length);
}
