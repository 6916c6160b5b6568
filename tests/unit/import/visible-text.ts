import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { splitDefinitions } from '../../../src/import/formula-definitions.ts';
import { formulaSpans } from '../../../src/import/formula-spans.ts';

const parser = unified().use(rehypeParse, { fragment: true });
const blocks =
  /^(?:address|blockquote|br|dd|details|div|dl|dt|h[1-6]|hr|li|ol|p|pre|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** What a reader sees of HTML, white space folded. Definitions of commands are not seen; of formulas their TeX without the dollar signs, as `renderBody` gives them. */
export function visibleText(html: string, math: boolean): string {
  return fold(textOf(parser.parse(html), math, false));
}

export function fold(text: string): string {
  return splitDefinitions(text).seen.replace(/\s+/g, ' ').trim();
}

function textOf(node: Nodes, math: boolean, inCode: boolean): string {
  if (node.type === 'text') {
    if (!math || inCode) return node.value;
    return formulaSpans(node.value)
      .map((span) => {
        if (span.kind === 'text') return span.value.replaceAll('\\$', '$');
        return span.kind === 'display' ? ` ${span.tex} ` : span.tex;
      })
      .join('');
  }
  if (!('children' in node)) return '';
  const isElement = node.type === 'element';
  const code = inCode || (isElement && (node.tagName === 'code' || node.tagName === 'pre'));
  const text = node.children.map((child) => textOf(child, math, code)).join('');
  return isElement && blocks.test(node.tagName) ? ` ${text} ` : text;
}
