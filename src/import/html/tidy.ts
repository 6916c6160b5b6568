import type { Parents, PhrasingContent, Root } from 'mdast';
import { walk } from './walk.ts';

/** Takes out what HTML may have and Markdown has no way to write: line breaks at the ends of a paragraph, deletions in deletions. */
export function tidy() {
  return (tree: Root): void => {
    walk(tree, (node, index, parent) => {
      if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete' && node.type !== 'link')
        return undefined;
      if (node.type === 'delete' && parent.type === 'delete') {
        (parent.children as PhrasingContent[]).splice(index, 1, ...node.children);
        return index;
      }
      // A break before the closing sign would be written as a mere backslash.
      if (node.children.at(-1)?.type !== 'break' && !isBlankLine(node.children.at(-1))) return undefined;
      node.children.pop();
      (parent.children as PhrasingContent[]).splice(index + 1, 0, { type: 'break' });
      return index;
    });
    walk(tree, (node) => {
      if (node.type === 'paragraph' || node.type === 'heading') trimBreaks(node);
      return undefined;
    });
  };
}

function isBlankLine(node: Parents['children'][number] | undefined): boolean {
  return node?.type === 'text' && /^\s*\n\s*$/.test(node.value);
}

function trimBreaks({ children }: Parents): void {
  const isSpace = (at: number) => {
    const child = children.at(at);
    return child?.type === 'break' || (child?.type === 'text' && child.value.trim() === '');
  };
  while (isSpace(0)) children.shift();
  while (isSpace(-1)) children.pop();
}
