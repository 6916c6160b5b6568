import type { Nodes, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { onOneLine } from '../formula-definitions.ts';
import type { FormulaRepair } from '../formula-repair.ts';
import { formulaSpans } from '../formula-spans.ts';
import { walk } from './walk.ts';

/**
 * Takes the formulas out of the text of a Markdown tree, so that nothing in them is escaped. One that stands for itself parts
 * its paragraph in two, and so may have any line in it; elsewhere (headings, tables, emphasis) it becomes one in the line.
 */
export function formulas(repair: FormulaRepair = asItIs) {
  const below = ({ children }: Parents): void => {
    for (let index = 0; index < children.length; index++) {
      const node = children[index] as RootContent;
      if (node.type === 'paragraph') {
        const blocks = part(node.children, repair);
        children.splice(index, 1, ...(blocks as never[]));
        for (const block of blocks) if (block.type === 'paragraph') inline(block, repair);
        index += blocks.length - 1;
      } else if (node.type === 'heading' || node.type === 'tableCell') inline(node, repair);
      else if ('children' in node) below(node);
    }
  };
  return (tree: Root): void => {
    below(tree);
  };
}

/** Splits what a paragraph holds at formulas that stand for themselves. */
function part(children: readonly PhrasingContent[], repair: FormulaRepair): Nodes[] {
  const blocks: Nodes[] = [];
  let line: PhrasingContent[] = [];
  const close = () => {
    while (line[0]?.type === 'break' || isBlank(line[0])) line.shift();
    while (line.at(-1)?.type === 'break' || isBlank(line.at(-1))) line.pop();
    const first = line[0];
    if (first?.type === 'text') first.value = first.value.trimStart();
    const last = line.at(-1);
    if (last?.type === 'text') last.value = last.value.trimEnd();
    if (line.length > 0) blocks.push({ type: 'paragraph', children: line });
    line = [];
  };
  for (const child of children) {
    if (child.type !== 'text') line.push(child);
    else {
      for (const span of formulaSpans(child.value)) {
        if (span.kind === 'text') line.push(text(span.value));
        else if (span.kind === 'inline') line.push(inLine(span.tex, repair));
        else {
          close();
          blocks.push(standing(span.tex, repair));
        }
      }
    }
  }
  close();
  return blocks;
}

/** Makes every formula in and below a node one in the line. */
function inline(node: Parents, repair: FormulaRepair): void {
  walk(node, (child, index, parent) => {
    if (child.type !== 'text' || !/[$\\]/.test(child.value)) return undefined;
    const spans = formulaSpans(child.value).map((span): PhrasingContent => {
      if (span.kind === 'text') return text(span.value);
      return inLine(node.type === 'tableCell' ? span.tex.replaceAll('|', '\\vert{}') : span.tex, repair);
    });
    (parent.children as PhrasingContent[]).splice(index, 1, ...spans);
    return index + spans.length;
  });
}

function inLine(tex: string, repair: FormulaRepair): PhrasingContent {
  const mended = repair(tex, false);
  return mended === undefined
    ? { type: 'inlineCode', value: onOneLine(tex) }
    : { type: 'inlineMath', value: onOneLine(mended) };
}

function standing(tex: string, repair: FormulaRepair): Nodes {
  const mended = repair(tex, true);
  return mended === undefined ? { type: 'code', lang: 'tex', value: tex } : { type: 'math', value: mended };
}

function asItIs(tex: string): string {
  return tex;
}

/** `\$` is a mere sign to MathJax, and Markdown's own escape is added when the text is written. */
function text(value: string): Text {
  return { type: 'text', value: value.replaceAll('\\$', '$') };
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}
