import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

const html =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr';
const mathml =
  'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none';
const elements = new Set(`${html} ${mathml}`.split(' '));

// As properties of a hast tree. Nothing that begins with "on", no style, no srcset, no target.
const attributes = new Set(
  (
    'href title src alt width height className id dir lang rel loading decoding tabIndex role ariaLabel ariaDescribedBy type disabled checked dataFootnotes dataFootnoteRef dataFootnoteBackref colSpan rowSpan scope start value reversed open ' +
    'accent accentunder columnalign columnspan depth display displaystyle fence form largeop linebreak linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowspacing rspace scriptlevel separator stretchy symmetric voffset'
  ).split(' '),
);

/**
 * What in a piece of HTML could run code, load, or send anything, by a list of what cannot: written apart from the sanitizer's, and
 * over the HTML as a browser would read it.
 */
export function unsafeParts(source: string): string[] {
  const found: string[] = [];
  visit(parser.parse(source), found);
  return found;
}

function visit(node: Nodes, found: string[]): void {
  if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
  if (node.type === 'element') {
    if (!elements.has(node.tagName)) found.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (!attributes.has(name)) found.push(`${node.tagName} ${name}`);
      if ((name === 'href' || name === 'src') && !isHarmless(String(value))) found.push(`${name}=${String(value)}`);
    }
    if (node.tagName === 'input' && (node.properties['type'] !== 'checkbox' || node.properties['disabled'] !== true))
      found.push('an input that takes input');
  }
  if ('children' in node) for (const child of node.children) visit(child, found);
}

function isHarmless(url: string): boolean {
  const { protocol } = new URL(url, 'https://here.example/');
  return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:';
}
