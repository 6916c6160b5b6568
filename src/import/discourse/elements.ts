import type { Element, ElementContent, Nodes } from 'hast';
import { classNames } from '../html/class-names.ts';

/** Makes an element of HTML. */
export function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** A link; only the text, if there is no address. */
export function link(url: string | undefined, children: ElementContent[]): ElementContent[] {
  return url === undefined || url === '' ? children : [element('a', children, { href: url })];
}

export function hasClass(node: Nodes, name: string): boolean {
  return node.type === 'element' && classNames(node).includes(name);
}

/** The first element in and below a list of nodes for which a test is true. */
export function find(nodes: readonly Nodes[], test: (node: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (node.type === 'element' && test(node)) return node;
    const found = 'children' in node ? find(node.children, test) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** All text in and below nodes, as it stands. */
export function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : 'children' in node ? textOf(node.children) : ''))
    .join('');
}

/** A property as text, if there is one: `data-topic`, `href`. */
export function property(node: Element | undefined, name: string): string | undefined {
  const value = node?.properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Whether there is anything to see: text or a picture. */
export function isVisible(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type !== 'element') return false;
  return node.tagName === 'img' || node.tagName === 'hr' || node.children.some(isVisible);
}
