import type { Element } from 'hast';

/** A table in a region that scrolls by itself, with fingers and with the keyboard, so that the page does not. */
export function scrollable(table: Element, label: string): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: label },
    children: [table],
  };
}
