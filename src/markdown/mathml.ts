import type { Element, ElementContent, Text } from 'hast';

/** Elements of MathML Core that Temml makes. None can run code, load anything or link anywhere. */
const elements = new Set(
  'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none span'.split(
    ' ',
  ),
);

/** Attributes that only set the formula. Not `href`, `id`, `style`, `class` (made from Temml's list below) or `xmlns`. */
const attributes = new Set(
  'accent accentunder columnalign columnspan depth display displaystyle fence form height largeop linebreak linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowspacing rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  ),
);

/** What Temml's tree is made of, as far as it is needed here. */
type TemmlNode = {
  type?: string;
  text?: string;
  attributes?: Record<string, unknown>;
  children?: TemmlNode[];
  classes?: string[];
  style?: Record<string, string>;
};

/**
 * Temml's tree as HTML. Only what is on the lists above gets through, whatever Temml makes, so the result needs no sanitizer.
 * Inline styles would break the page's policy: colours become the attributes of MathML, frames and rules classes, the rest
 * (spaces around cells) is left to the style sheet.
 */
export function mathmlOf(tree: unknown): Element {
  const [root] = convert(tree as TemmlNode);
  if (root?.type !== 'element') throw new Error('there is nothing in it');
  return root;
}

function convert(node: TemmlNode): ElementContent[] {
  if (node.text !== undefined) return [text(node.text)];
  const children = (node.children ?? []).flatMap(convert);
  if (node.type === undefined || !elements.has(node.type)) return children;
  const properties: Element['properties'] = {};
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    if (attributes.has(name) && value !== undefined && value !== null) properties[name] = String(value);
  }
  const style = node.style ?? {};
  if (style['color'] !== undefined) properties['mathcolor'] = style['color'];
  if (style['backgroundColor'] !== undefined) properties['mathbackground'] = style['backgroundColor'];
  const className = (node.classes ?? []).filter((name) => /^(?:tml|math|mat|tm)[\w-]*$|^\w*strike$/.test(name));
  if (style['border'] !== undefined) className.push('math-frame');
  if (className.length > 0) properties['className'] = className;
  return [{ type: 'element', tagName: node.type, properties, children }];
}

function text(value: string): Text {
  return { type: 'text', value };
}
