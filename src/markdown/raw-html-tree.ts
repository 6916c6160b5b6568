import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import type { RenderFile } from './context.ts';

const reparse = rehypeRaw() as (tree: Root, file: unknown) => Root;

/** Makes elements of raw HTML, which means parsing the whole body once more; so only where there is some. */
export function parseRawHtml() {
  return (tree: Root, file: RenderFile): Root => (hasRaw(tree) ? reparse(tree, file) : tree);
}

function hasRaw(node: Nodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw));
}
