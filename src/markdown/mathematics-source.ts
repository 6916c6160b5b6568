import type { Element } from 'hast';
import type { Nodes } from 'mdast';
// For the types that it adds to mdast.
import 'remark-math';
import type { Options } from 'remark-rehype';

type State = Parameters<NonNullable<NonNullable<Options['handlers']>['text']>>[0];
type InlineMath = Extract<Nodes, { type: 'inlineMath' }>;
type BlockMath = Extract<Nodes, { type: 'math' }>;

/** Formulas pass the sanitizer as code, the same from both parsers; mathematics.ts makes MathML of them afterwards. */
export const mathematicsHandlers = {
  inlineMath: (state: State, node: InlineMath) => source(state, node, isDisplay(node) ? 'math-display' : 'math-inline'),
  math: (state: State, node: BlockMath) => source(state, node, 'math-display'),
};

/** `$$…$$` among text is a formula on a line of its own, as on the forges and on Stack Exchange. */
export function markDisplay(node: InlineMath, body: string): void {
  const offset = node.position?.start.offset;
  if (offset !== undefined && body.startsWith('$$', offset)) node.data = { hProperties: { display: true } };
}

function isDisplay(node: InlineMath): boolean {
  return node.data?.hProperties?.['display'] === true;
}

function source(state: State, node: InlineMath | BlockMath, className: string): Element {
  const element: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: [className] },
    children: [{ type: 'text', value: node.value }],
  };
  state.patch(node, element);
  return element;
}
