import type { PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Block } from './blocks.ts';

const processor = unified().use(remarkGfm).use(remarkMath).use(remarkStringify).freeze();

/** A block as Markdown that shows its lines as they were, each on a line of its own; nothing in them is taken for Markdown. */
export function markdownOf({ lines, isCode }: Block): string {
  if (isCode) {
    if (/^\s*(?:`{3,}|~{3,})/.test(lines[0] ?? '')) return lines.join('\n');
    return stringify({ type: 'code', value: lines.map((line) => line.replace(/^(?:\t| {4})/, '')).join('\n') });
  }
  const children = lines.flatMap((line, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    { type: 'text', value: line.trim() },
  ]);
  return stringify({ type: 'paragraph', children });
}

function stringify(node: RootContent): string {
  return processor.stringify({ type: 'root', children: [node] }).trimEnd();
}
