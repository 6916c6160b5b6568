import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Limits } from '../../core/schema/config.ts';
import { renderBody, renderComment, type RenderOptions } from '../../markdown/render-body.ts';
import type { ParsedPost } from '../change/content-change.ts';
import { countWords } from './word-diff.ts';

/** What readers get of a post. */
export type PostView = {
  /** The visible text on one line, without comments. */
  text: string;
  words: number;
  /**
   * Addresses of links and pictures as the post gives them, none twice: those in its text, in its comments, of its authors and of its source.
   */
  links: string[];
  pictures: string[];
};

const html = unified().use(rehypeParse, { fragment: true }).freeze();

/** Renders a post as the site would, and looks at what came out: what the sanitizer drops is not in it. */
export function viewPost({ body, frontmatter: { author, comments, source } }: ParsedPost, limits: Limits): PostView {
  const options: RenderOptions = {
    idPrefix: 'review',
    headingBase: 2,
    limits,
    resolveLink: (href) => ({ href }),
    resolvePicture: (src) => ({ src }),
  };
  const rendered = renderBody(body, options);
  const links = new Set<string>();
  const pictures = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'element') take(node, links, pictures);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(html.parse(rendered.html));
  for (const { text } of comments) visit(html.parse(renderComment(text, options).html));
  for (const who of [author, ...comments.map((comment) => comment.author)])
    if (typeof who !== 'string' && who.url !== undefined) links.add(who.url);
  if (source?.url !== undefined) links.add(source.url);
  return { text: rendered.text, words: countWords(rendered.text), links: [...links], pictures: [...pictures] };
}

function take({ tagName, properties: { href, src } }: Element, links: Set<string>, pictures: Set<string>): void {
  // A link within the text leads nowhere that is not in front of the reader.
  if (tagName === 'a' && typeof href === 'string' && !href.startsWith('#')) links.add(href);
  if (tagName === 'img' && typeof src === 'string') pictures.add(src);
}
