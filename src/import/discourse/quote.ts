import type { Element, ElementContent } from 'hast';
import { element, find, hasClass, link, property, text, textOf } from './elements.ts';

/**
 * A quotation of a post, `aside.quote`: a title with a picture and the name of who is quoted, then a `blockquote`. It becomes the
 * quotation with a first line that says who, and links to the post.
 * @param topicUrl the address of a topic, or undefined if the forum is not known
 */
export function quote(
  aside: Element,
  topicUrl: (topic: string, post: string | undefined) => string | undefined,
): Element {
  const title = aside.children.find((child) => child.type === 'element' && hasClass(child, 'title'));
  const body = aside.children.find((child) => child.type === 'element' && child.tagName === 'blockquote');
  const topic = property(aside, 'dataTopic');
  const url = topic === undefined ? undefined : topicUrl(topic, property(aside, 'dataPost'));
  const titleLink = title && find([title], (node) => node.tagName === 'a' && !hasClass(node, 'badge-wrapper'));
  const shown = textOf(titleLink ? [titleLink] : title ? [title] : [])
    .replace(/\s+/g, ' ')
    .trim();
  const name = shown.replace(/:$/, '');
  const category = title && find([title], (node) => hasClass(node, 'badge-category'));
  const says: ElementContent[] = [
    ...link(url ?? property(titleLink, 'href'), [text(name)]),
    text(shown.slice(name.length) + (category ? ` ${textOf([category]).trim()}` : '')),
  ];
  const quoted = body?.type === 'element' ? body.children : aside.children.filter((child) => child !== title);
  return element('blockquote', [...(name === '' ? [] : [element('p', says)]), ...quoted]);
}
