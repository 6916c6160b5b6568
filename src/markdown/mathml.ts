import { escapeHtml } from './escape-html.ts';

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
 * Temml's tree as HTML. Only what is on the lists above gets through, whatever Temml makes, and text is escaped, so the result needs no sanitizer.
 * Inline styles would break the page's policy: colours become the attributes of MathML, frames and rules classes, the rest
 * (spaces around cells) is left to the style sheet.
 */
export function mathmlOf(tree: unknown): string {
  const { text, type, attributes: given = {}, children = [], classes = [], style = {} } = tree as TemmlNode;
  if (text !== undefined) return escapeHtml(text);
  const content = children.map(mathmlOf).join('');
  if (type === undefined || !elements.has(type)) return content;
  const kept = Object.entries(given).filter(
    ([name, value]) => attributes.has(name) && value !== undefined && value !== null,
  );
  if (style['color'] !== undefined) kept.push(['mathcolor', style['color']]);
  if (style['backgroundColor'] !== undefined) kept.push(['mathbackground', style['backgroundColor']]);
  const names = classes.filter((name) => /^(?:tml|math|tm)[\w-]*$|^\w*strike$/.test(name));
  if (style['border'] !== undefined) names.push('math-frame');
  if (names.length > 0) kept.push(['class', names.join(' ')]);
  const attributeText = kept.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join('');
  return `<${type}${attributeText}>${content}</${type}>`;
}
