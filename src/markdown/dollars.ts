import type { Nodes, Root } from 'mdast';
// For the types that it adds to mdast.
import 'remark-math';

/** Signs of currency in the place of a dollar sign that begins no formula: for emphasis they are signs as it is one. */
const standIns = ['\ufe69', '\uff04', '\u20a0', '\u20a2'];
/** Where a text is read anew, other dollar signs may be next to each other; after so many times it is left as it is. */
const mostRounds = 5;

type Parse = (document: string) => Root;

/**
 * Parses Markdown so that `$5 and $6` is no formula: as pandoc has it, the dollar sign that opens a formula has no white space behind
 * it, and the one that closes it none before and no digit behind it. Both parsers pair dollar signs without looking at what is beside
 * them, so those that are not of a pair are hidden from them, and are there again in the tree.
 * @see https://pandoc.org/MANUAL.html#extension-tex_math_dollars
 */
export function withDollars(parse: Parse, document: string): Root {
  let tree = parse(document);
  if (!document.includes('$')) return tree;
  const standIn = standIns.find((sign) => !document.includes(sign));
  if (standIn === undefined) return tree;
  let text = document;
  for (let round = 0; round < mostRounds; round += 1) {
    const hidden = wrongDollars(tree, text);
    if (hidden.length === 0) break;
    text = replaceAt(text, hidden, standIn);
    tree = parse(text);
  }
  if (text !== document) restore(tree, standIn);
  return tree;
}

/** Offsets of the dollar signs that pair with no other, in the blocks that have a formula which is none. */
function wrongDollars(tree: Root, text: string): number[] {
  const found: number[] = [];
  const open: { node: Nodes; end: number }[] = [{ node: tree, end: text.length }];
  let scanned = 0;
  // What is first in the text is last in the list, and looked at first.
  for (let one = open.pop(); one; one = open.pop()) {
    const { node } = one;
    const isBlock = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    const end = isBlock ? (node.position?.end.offset ?? one.end) : one.end;
    const start = node.position?.start.offset;
    if (node.type === 'inlineMath' && start !== undefined && start >= scanned && isWrong(node, text)) {
      found.push(...unpaired(text, start, end));
      scanned = end;
    }
    if ('children' in node) for (const child of node.children.toReversed()) open.push({ node: child, end });
  }
  return found;
}

function isWrong({ position }: Nodes, text: string): boolean {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || end === undefined || text.startsWith('$$', start)) return false;
  return !opens(text, start) || !closes(text, end - 1);
}

function opens(text: string, dollar: number): boolean {
  return /\S/.test(text[dollar + 1] ?? '');
}

function closes(text: string, dollar: number): boolean {
  return /\S/.test(text[dollar - 1] ?? '') && !/\d/.test(text[dollar + 1] ?? '');
}

/** A code span, an escaped sign, or dollar signs. */
const piece = /(`+)(?!`)[^]*?(?<!`)\1(?!`)|\\[^]|\$+/g;

/** Of the single dollar signs of a piece of text those that neither open nor close a formula, each with the next. */
function unpaired(text: string, from: number, to: number): number[] {
  const dollars = [...text.slice(from, to).matchAll(piece)].flatMap(({ 0: match, index }) =>
    match === '$' ? [from + index] : [],
  );
  const alone: number[] = [];
  for (let index = 0; index < dollars.length; index += 1) {
    const [dollar = 0, next] = [dollars[index], dollars[index + 1]];
    if (next !== undefined && opens(text, dollar) && closes(text, next)) index += 1;
    else alone.push(dollar);
  }
  return alone;
}

function replaceAt(text: string, offsets: readonly number[], by: string): string {
  let replaced = '';
  let done = 0;
  for (const offset of offsets) {
    replaced += text.slice(done, offset) + by;
    done = offset + 1;
  }
  return replaced + text.slice(done);
}

const texts = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'lang', 'meta'];

function restore(tree: Root, standIn: string): void {
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    const fields = node as unknown as Record<string, unknown>;
    for (const name of texts) {
      const value = fields[name];
      if (typeof value === 'string' && value.includes(standIn)) fields[name] = value.replaceAll(standIn, '$');
    }
    if ('children' in node) open.push(...node.children);
    const { data } = node;
    if (data?.hChildren) data.hChildren = data.hChildren.map((child) => restored(child, standIn));
  }
}

function restored<T extends object>(child: T, standIn: string): T {
  return 'value' in child && typeof child.value === 'string'
    ? { ...child, value: child.value.replaceAll(standIn, '$') }
    : child;
}
