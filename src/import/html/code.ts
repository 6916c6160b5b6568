import type { Element, ElementContent } from 'hast';
import type { Handle } from './handle.ts';
import { classNames } from './class-names.ts';

/** A block of code with the language that its class names, to the letter. */
export const code: Handle = (state, element) => {
  const inner = element.children.find((child) => child.type === 'element' && child.tagName === 'code');
  const classes = [...classNames(element), ...(inner?.type === 'element' ? classNames(inner) : [])];
  const value = textOf(element.children).replace(/\n$/, '');
  const node = { type: 'code' as const, lang: languageOf(classes), value };
  state.patch(element, node);
  return node;
};

function languageOf(classes: readonly string[]): string | null {
  for (const name of classes) {
    const language = /^lang(?:uage)?-(.+)$/.exec(name)?.[1];
    if (language && !/^(?:none|default|plaintext|auto|nohighlight)$/.test(language)) return language;
  }
  return null;
}

function textOf(nodes: readonly (Element | ElementContent)[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      return node.tagName === 'br' ? '\n' : textOf(node.children);
    })
    .join('');
}
