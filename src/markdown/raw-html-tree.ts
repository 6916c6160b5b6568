import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import type { Place } from '../core/diagnostic.ts';
import { contextOf, placeOf, type RenderFile } from './context.ts';
import { deepestTree } from './depths.ts';
import { htmlTokens } from './html-tags.ts';
import { LimitPassed } from './limits.ts';

const reparse = rehypeRaw() as (tree: Root, file: unknown) => Root;

/**
 * Makes elements of raw HTML, which means parsing the whole body once more; so only where there is some.
 * @throws {LimitPassed} if elements are too deep inside each other
 */
export function parseRawHtml() {
  return (tree: Root, file: RenderFile): Root => {
    if (!hasRaw(tree)) return tree;
    let parsed: Root | undefined;
    try {
      parsed = reparse(tree, file);
    } catch (error) {
      // It calls itself for each level of what it parsed. The stack is full at levels of which far fewer are too many already.
      if (!(error instanceof RangeError)) throw error;
    }
    if (parsed && !isTooDeep(parsed)) return parsed;
    throw new LimitPassed({
      ...placeOfDepth(tree, contextOf(file).source),
      rule: 'too-deep',
      message: `elements of HTML are inside each other more than ${deepestTree} deep`,
      fix: 'close each with its end tag, such as </kbd>',
    });
  };
}

function hasRaw(node: Nodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw));
}

function isTooDeep(tree: Root): boolean {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestTree) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

/** Where more tags than may be are open, counted without the rules of what ends what; else the first tag. */
function placeOfDepth(tree: Root, source: string): Place {
  const raw = rawNodes(tree);
  let open = 0;
  for (const { value, place } of raw) {
    for (const token of htmlTokens(value)) {
      if (token.kind === 'close') open -= 1;
      else if (token.kind === 'open') open += 1;
      if (open > deepestTree) return placeIn(value, place, token.start, source);
    }
  }
  return raw[0]?.place ?? { line: 1, column: 1 };
}

function rawNodes(tree: Root): { value: string; place: Place }[] {
  const found: { value: string; place: Place }[] = [];
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'raw') found.push({ value: node.value, place: placeOf(node) });
    else if ('children' in node) open.push(...node.children.toReversed());
  }
  return found;
}

/** The line is exact; the column too, but for lines in quotations and lists. */
function placeIn(value: string, start: Place, offset: number, source: string): Place {
  const before = value.slice(0, offset).split('\n');
  const line = start.line + before.length - 1;
  const column = (before.at(-1) ?? '').length + (before.length === 1 ? start.column : 1);
  return { line, column: Math.min(column, (source.split('\n')[line - 1] ?? '').length + 1) };
}
