/** A stretch of an excerpt, and whether it is what was searched for. */
export type ExcerptPart = { text: string; marked: boolean };

/**
 * Takes apart an excerpt as Pagefind gives it: HTML in which `<` and `>` of the text are escaped, and words that match stand in
 * `<mark>`. So it is shown as text and never as HTML. Punctuation around a word is not part of the mark.
 */
export function excerptParts(excerpt: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const add = (text: string, marked: boolean) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.marked === marked) last.text += text;
    else parts.push({ text, marked });
  };
  for (const [index, piece] of excerpt.split(/<\/?mark>/).entries()) {
    const text = piece.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    const [, before = '', word = '', after = ''] =
      index % 2 === 1 ? (/^([("'“„«[]*)(.*?)([)"'”“»\],.;:!?]*)$/s.exec(text) ?? []) : [];
    add(index % 2 === 1 ? before : text, false);
    add(word, true);
    add(after, false);
  }
  return parts;
}
