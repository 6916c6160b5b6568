const blockEnd = /<\/(?:p|h[1-6]|li|blockquote|pre|tr|dt|dd|div|details|summary|table)>|<(?:br|hr)\b[^>]*>/gi;
const anyTag = /<(?:"[^"]*"|[^">])*>/g;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The text of a post's HTML as the Markdown pipeline wrote it (each `<` in it begins a tag), cut at a word.
 * @param most characters to keep
 */
export function htmlText(html: string, most: number): string {
  const text = html
    .replace(/<annotation\b.*?<\/annotation>/gs, '')
    .replace(blockEnd, '$&\n')
    .replace(anyTag, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (named[name] ?? whole),
    )
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`;
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\u{FFFD}';
}
