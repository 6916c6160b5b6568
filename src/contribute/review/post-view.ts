import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Limits } from '../../core/schema/config.ts';
import { renderBody } from '../../markdown/render-body.ts';
import { countWords } from './word-diff.ts';

/** What readers get of a text. */
export type PostView = {
  /** The visible text on one line. */
  text: string;
  words: number;
  /** Addresses of links and pictures as the text gives them, none twice. */
  links: string[];
  pictures: string[];
};

const html = unified().use(rehypeParse, { fragment: true }).freeze();

/** Renders a text as the site would, and looks at what came out: what the sanitizer drops is not in it. */
export function viewPost(body: string, limits: Limits): PostView {
  const rendered = renderBody(body, {
    idPrefix: 'review',
    headingBase: 2,
    limits,
    resolveLink: (href) => ({ href }),
    resolvePicture: (src) => ({ src }),
  });
  const links = new Set<string>();
  const pictures = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'element') take(node, links, pictures);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(html.parse(rendered.html));
  return { text: rendered.text, words: countWords(rendered.text), links: [...links], pictures: [...pictures] };
}

function take({ tagName, properties: { href, src } }: Element, links: Set<string>, pictures: Set<string>): void {
  // A link within the text leads nowhere that is not in front of the reader.
  if (tagName === 'a' && typeof href === 'string' && !href.startsWith('#')) links.add(href);
  if (tagName === 'img' && typeof src === 'string') pictures.add(src);
}
