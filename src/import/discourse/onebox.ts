import type { Element, ElementContent } from 'hast';
import { element, find, hasClass, isVisible, link, property, text, textOf } from './elements.ts';

/**
 * A preview of a page behind a link, `aside.onebox`: it becomes a quotation with the page's title as a link and the words
 * of the preview. Icons and pictures of the preview are not the author's, and go.
 */
export function onebox(aside: Element): Element {
  const header = aside.children.find((child) => hasClass(child, 'source'));
  const body = find(aside.children, (node) => hasClass(node, 'onebox-body'));
  const source = header && find([header], (node) => node.tagName === 'a');
  const url = property(aside, 'dataOneboxSrc') ?? property(source, 'href') ?? firstUrl(aside);
  const site = textOf(header ? [header] : [])
    .replace(/\s+/g, ' ')
    .trim();
  const children = (body ?? aside).children.filter((child) => child !== header);
  return element('blockquote', [
    ...(site === '' ? [] : [element('p', link(url, [text(site)]))]),
    ...children.map(plain).filter(isVisible),
    ...(site === '' && textOf(children).trim() === '' && url ? [element('p', link(url, [text(url)]))] : []),
  ]);
}

/** A film that plays in the page, of which only the address says anything. */
export function film(node: Element): Element {
  const id = property(node, 'dataYoutubeId') ?? property(node, 'dataVideoId');
  const url = id === undefined ? firstUrl(node) : `https://www.youtube.com/watch?v=${id}`;
  const title = property(node, 'dataYoutubeTitle') ?? property(node, 'dataVideoTitle');
  return element('p', link(url, [text(title || url || '')]));
}

/** Lines of a file, each an element of a list, become code with its first line's number before it. */
export function lines(pre: Element): Element {
  const list = find([pre], (node) => node.tagName === 'ol');
  const code = find([pre], (node) => node.tagName === 'code');
  if (!list) return pre;
  const rows = list.children
    .filter((child) => child.type === 'element')
    .map((row) => textOf([row]).replace(/\n+$/, ''));
  return element('pre', [element('code', [text(`${rows.join('\n')}\n`)], code?.properties ?? {})]);
}

/** Without pictures, and with headings as bold text: a heading in a preview is none of the post. */
function plain(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'img' || node.tagName === 'svg') return text('');
  if (node.tagName === 'pre') return lines(node);
  const children = node.children
    .map(plain)
    .filter((child) => child.type !== 'element' || child.tagName === 'br' || isVisible(child));
  if (/^h[1-6]$/.test(node.tagName)) return element('p', [element('strong', children)]);
  return { ...node, children };
}

function firstUrl(node: Element): string | undefined {
  return property(
    find([node], (inner) => inner.tagName === 'a'),
    'href',
  );
}
