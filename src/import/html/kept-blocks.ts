import type { Element } from 'hast';
import type { BlockContent, Paragraph } from 'mdast';
import type { Handle } from './handle.ts';

const parts: Readonly<Record<string, readonly string[]>> = { dl: ['dt', 'dd'], details: ['summary'] };

/**
 * Keeps a definition list or a fold as HTML, with Markdown inside. Each tag stands on a line of its own between blank lines:
 * so CommonMark reads what is between them as Markdown.
 */
export const keepBlock: Handle = (state, element) => {
  const inner = parts[element.tagName] ?? [];
  const keep = (node: Element): BlockContent[] => [
    tag(`<${node.tagName}>`),
    ...(state.toFlow(state.all(node)) as BlockContent[]),
    tag(`</${node.tagName}>`),
  ];
  const rest = (children: Element['children']): BlockContent[] =>
    children.flatMap((child) => {
      if (child.type === 'element' && inner.includes(child.tagName)) return keep(child);
      if (child.type === 'element' && child.tagName === 'div') return rest(child.children);
      return state.toFlow(state.all({ type: 'root', children: [child] })) as BlockContent[];
    });
  return [tag(`<${element.tagName}>`), ...rest(element.children), tag(`</${element.tagName}>`)];
};

/** A paragraph with nothing but a tag, since a bare tag would be drawn into the paragraph beside it. */
function tag(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'html', value }] };
}
