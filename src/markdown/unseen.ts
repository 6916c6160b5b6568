import type { Nodes, Root } from 'mdast';
import type { Place } from '../core/diagnostic.ts';
import { findSmuggled, findUseless, nameOf } from '../core/invisible.ts';
import { contextOf, placeOf, type RenderFile } from './context.ts';
import { few } from './few.ts';
import type { MarkdownProblem } from './problem.ts';

/** What the rule for files reports where it is typed. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Reports characters that nobody sees: in code and in addresses all that have no use there, since two that look alike are not the same; in
 * text those that hide a message, and controls that are written by their number (`&#8238;`), which the rule for files does not see.
 */
export function reportUnseen() {
  return (tree: Root, file: RenderFile): void => {
    const { problems, source, options } = contextOf(file);
    if (!/[^\u0020-\u007e\t\n\r]|&/.test(source)) return;
    const found: MarkdownProblem[] = [];
    const open: Nodes[] = [tree];
    for (let node = open.pop(); node; node = open.pop()) {
      const problem = inCode(node, source) ?? inAddress(node, source) ?? inText(node, source);
      if (problem) found.push(problem);
      if ('children' in node) open.push(...node.children);
    }
    problems.push(...few(found, options));
  };
}

function inCode(node: Nodes, source: string): MarkdownProblem | undefined {
  if (node.type !== 'inlineCode' && node.type !== 'code') return undefined;
  const found = findUseless(withoutTyped(node.value, node, source));
  return found && problemAt(node, found, node.value, source, 'this code has');
}

function inAddress(node: Nodes, source: string): MarkdownProblem | undefined {
  if (!('url' in node)) return undefined;
  const found = findUseless(withoutTyped(node.url, node, source));
  return found && problemAt(node, found, node.url, source, 'this address has');
}

function inText(node: Nodes, source: string): MarkdownProblem | undefined {
  if (node.type !== 'text') return undefined;
  const smuggled = findSmuggled(node.value);
  if (smuggled) return problemAt(node, smuggled, node.value, source, 'this text has');
  const offset = withoutTyped(node.value, node, source).search(controls);
  if (offset === -1) return undefined;
  return problemAt(node, { offset, name: nameOf(node.value.slice(offset)) }, node.value, source, 'this text has');
}

/** A text with a blank for each control that stands in the source as it is. */
function withoutTyped(value: string, { position }: Nodes, source: string): string {
  const typed = source.slice(position?.start.offset, position?.end.offset);
  return value.replace(controls, (control) => (typed.includes(control) ? ' ' : control));
}

function problemAt(
  node: Nodes,
  { offset, name }: { offset: number; name: string },
  value: string,
  source: string,
  what: string,
): MarkdownProblem {
  const character = String.fromCodePoint(value.codePointAt(offset) ?? 0);
  return {
    ...placeIn(node, character, source),
    severity: 'warning',
    rule: 'invisible-characters',
    message: `${what} the invisible character ${name}`,
    fix: 'delete it',
  };
}

/** Where the character stands; where what it is in begins, if it is written as a reference. */
function placeIn(node: Nodes, character: string, source: string): Place {
  const { start, end } = node.position ?? {};
  const at = source.indexOf(character, start?.offset ?? 0);
  if (start?.offset === undefined || at === -1 || at >= (end?.offset ?? 0)) return placeOf(node);
  const before = source.slice(start.offset, at).split('\n');
  const column = (before.at(-1) ?? '').length + (before.length === 1 ? start.column : 1);
  return { line: start.line + before.length - 1, column };
}
