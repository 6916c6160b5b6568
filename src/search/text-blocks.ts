import { partCodes } from '../core/part-codes.ts';
import { formulaText } from './formula-text.ts';

/** Elements that do not part words: their tags vanish, their text stays where it is. */
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark math q rb rp rt ruby s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
);

/** What the page adds for finding one's way, and nobody wrote: marks of footnotes, the ways back, headings only heard. */
const furniture =
  /<(h[1-6]|a)\b[^>]*\bclass="[^"]*\b(?:footnote-mark|footnote-back|visually-hidden)\b[^"]*"[^>]*>[\s\S]*?<\/\1>/g;

/** With this a block of code begins. */
const codeMark = '\u0001';

/** A formula as a whole, or another tag. */
const tag =
  /<math\b[^<>]*>([^<]*(?:<(?!\/?math\b)[^<]*)*)<\/math>|<\/?([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;

/** A block of text without markup, still escaped as HTML. */
export type TextBlock = { text: string; isCode: boolean };

/** The text of `blocksOf` a post. */
export function textBlocks(html: string): string[] {
  return blocksOf(html).map(({ text }) => text);
}

/**
 * Reduces the sanitized HTML of a post to its words. Of a picture its alternative text stays. No attribute stays, so that no id of a
 * heading cuts the post into several hits.
 */
export function blocksOf(html: string): TextBlock[] {
  let depth = 0;
  return html
    .replaceAll(codeMark, '')
    .replace(furniture, '')
    .replace(tag, (whole, mathml: string | undefined, name = '', attributes = '') => {
      if (mathml !== undefined) return formula(whole, mathml);
      const element = name.toLowerCase();
      if (element === 'img') return ` ${alternativeText(attributes)} `;
      if (inline.has(element)) return '';
      if (element === 'pre') depth += whole.startsWith('</') ? -1 : 1;
      return depth > 0 ? `\u0000${codeMark}` : '\u0000';
    })
    .split('\u0000')
    .map((block) => ({ text: tidy(block.replace(codeMark, '')), isCode: block.startsWith(codeMark) }))
    .filter(({ text }) => text !== '');
}

/** One that stands on a line of its own on the page is parted from the words around it. */
function formula(element: string, mathml: string): string {
  const text = formulaText(mathml);
  return element.startsWith('<math display="block"') ? ` ${text} ` : text;
}

/** In an attribute a tag is text as it is; here it would be one, and could steer Pagefind. */
function alternativeText(attributes: string): string {
  return /\balt="([^"]*)"/i.exec(attributes)?.[1]?.replaceAll('<', '&lt;') ?? '';
}

/**
 * Pagefind steers itself by words that begin with three underscores; none of an author's may look like one. A blank without width is
 * how it parts words in languages that do not, and the old end of a line (U+0085) a blank to it alone. A minus is the sign that people
 * type.
 */
function tidy(block: string): string {
  // A blank alone, which most are, is left as it is.
  return partCodes(
    block
      .replace(/_{3,}/g, '__')
      .replaceAll('−', '-')
      .replaceAll('\u200b', '')
      .replace(/[\s\u0085]{2,}|[^\S ]|\u0085/g, ' ')
      .trim(),
  );
}
