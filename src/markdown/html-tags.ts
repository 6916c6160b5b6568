/** An attribute in a tag, with its place in the text that was scanned. */
export type HtmlAttribute = { name: string; start: number; end: number };

/** One construct of HTML. `start` and `end` are offsets into the text that was scanned. */
export type HtmlToken =
  | { kind: 'open'; name: string; attributes: HtmlAttribute[]; start: number; end: number }
  | { kind: 'close'; name: string; start: number; end: number }
  | { kind: 'comment'; start: number; end: number }
  /** `<!doctype …>`, `<?php … ?>`, `<![CDATA[ … ]]>`: a browser takes them for comments. */
  | { kind: 'declaration'; start: number; end: number }
  /** A tag or comment that begins here and never ends. */
  | { kind: 'unclosed'; start: number; end: number };

const tagName = /<(\/?)([a-z][^\s/>]*)/iy;
const attribute = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|(?!["'])[^\s>]+)?)?/y;
const tagEnd = /[\s/]*>/y;

/** A tag with more is not taken for one, so that thousands of tags that run into each other do not take seconds. */
const mostAttributes = 100;

/**
 * Finds the tags and comments in a piece of raw HTML, in the manner of the HTML standard's tokenizer (section 13.2.5), with
 * places. It decides what is reported and what is handed on; what is safe is decided later, by the sanitizer.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const lastEnd = html.lastIndexOf('>');
  let from = 0;
  for (;;) {
    const start = html.indexOf('<', from);
    if (start === -1) return;
    const token = tagAt(html, start, lastEnd) ?? markupAt(html, start);
    if (token) yield token;
    from = token?.end ?? start + 1;
  }
}

function tagAt(html: string, start: number, lastEnd: number): HtmlToken | undefined {
  tagName.lastIndex = start;
  const opening = tagName.exec(html);
  if (!opening) return undefined;
  if (start > lastEnd) return { kind: 'unclosed', start, end: start + 1 };
  const name = (opening[2] ?? '').toLowerCase();
  const attributes: HtmlAttribute[] = [];
  let at = tagName.lastIndex;
  for (;;) {
    tagEnd.lastIndex = at;
    if (tagEnd.test(html)) {
      const end = tagEnd.lastIndex;
      return opening[1] ? { kind: 'close', name, start, end } : { kind: 'open', name, attributes, start, end };
    }
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (!found || attributes.length > mostAttributes) return { kind: 'unclosed', start, end: start + 1 };
    const attributeName = found[1] ?? '';
    const end = attribute.lastIndex;
    const nameStart = at + found[0].indexOf(attributeName);
    attributes.push({ name: attributeName.toLowerCase(), start: nameStart, end });
    at = end;
    // A value whose quotation mark is never closed swallows the rest of the text.
    if (
      found[2] === undefined &&
      /^\s*=\s*$/.test(html.slice(nameStart + attributeName.length, end)) &&
      /["']/.test(html[end] ?? '')
    ) {
      return { kind: 'unclosed', start, end: start + 1 };
    }
  }
}

function markupAt(html: string, start: number): HtmlToken | undefined {
  if (html.startsWith('<!--', start)) {
    // `<!-->` and `<!--->` are whole comments.
    const short = /^<!--(-?)>/.exec(html.slice(start, start + 6));
    if (short) return { kind: 'comment', start, end: start + short[0].length };
    return closing(html, 'comment', start, start + 4, '-->');
  }
  if (html.startsWith('<![CDATA[', start)) return closing(html, 'declaration', start, start + 9, ']]>');
  if (/[!?/]/.test(html[start + 1] ?? '')) return closing(html, 'declaration', start, start + 2, '>');
  return undefined;
}

function closing(html: string, kind: 'comment' | 'declaration', start: number, from: number, mark: string): HtmlToken {
  const at = html.indexOf(mark, from);
  return at === -1 ? { kind: 'unclosed', start, end: start + 1 } : { kind, start, end: at + mark.length };
}
