import type { Element, Nodes, Root } from 'hast';
import { contextOf, type RenderContext, type RenderFile } from './context.ts';

/** Elements that stand on lines of their own, so that the words before and after them are apart. */
const blocks = new Set(
  'blockquote br caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Notes the visible text of the body. Footnote marks, the way back from notes, and their heading are not part of it. */
export function collectText() {
  return (tree: Root, file: RenderFile): void => {
    const context = contextOf(file);
    visit(tree, context, false);
    const hasBlocks = context.prose.length < context.text.length;
    context.text = fold(context.text);
    context.prose = hasBlocks ? fold(context.prose) : context.text;
  };
}

function fold(text: string): string {
  // A blank alone, which most are, is left as it is.
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

function visit(node: Nodes, context: RenderContext, inPre: boolean): void {
  if (node.type === 'text') {
    context.text += node.value;
    if (!inPre) context.prose += node.value;
    return;
  }
  if (!('children' in node)) return;
  const element = node.type === 'element' ? node : undefined;
  if (element && isFootnoteFurniture(element)) return;
  const apart = element && blocks.has(element.tagName);
  if (apart) space(context);
  for (const child of node.children) visit(child, context, inPre || element?.tagName === 'pre');
  if (apart) space(context);
}

function space(context: RenderContext): void {
  context.text += ' ';
  context.prose += ' ';
}

function isFootnoteFurniture({ tagName, properties }: Element): boolean {
  if (tagName === 'a')
    return properties['dataFootnoteRef'] !== undefined || properties['dataFootnoteBackref'] !== undefined;
  return tagName === 'h2' && properties['id'] === 'footnote-label';
}
