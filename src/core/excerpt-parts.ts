/** A stretch of an excerpt, and whether it is what was searched for. */
export type ExcerptPart = { text: string; marked: boolean };

/**
 * Takes apart an excerpt as Pagefind gives it: HTML in which `<` and `>` of the text are escaped, and words that match stand in
 * `<mark>`. So it is shown as text and never as HTML. What Pagefind takes for one word may be a whole address or an
 * expression: of that, only the words that were searched for are marked. An excerpt that begins or ends within a sentence says so.
 */
export function excerptParts(excerpt: string, query = ''): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const add = (text: string, marked: boolean) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.marked === marked) last.text += text;
    else parts.push({ text, marked });
  };
  const beginnings = (query.toLowerCase().match(wordPattern) ?? []).map(beginning);
  if (/^[\p{Ll}\p{Nd},;)]/u.test(excerpt.replace(/^<mark>/, ''))) add('… ', false);
  for (const [index, piece] of excerpt.split(/<\/?mark>/).entries()) {
    const text = piece.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    if (index % 2 === 0) add(text, false);
    else for (const part of markedWords(text, beginnings)) add(part.text, part.marked);
  }
  if (/[^.!?…:。！？"'”’»)\]]$/u.test(excerpt.replace(/<\/mark>$/, ''))) add(' …', false);
  return parts;
}

const wordPattern = /[\p{L}\p{M}\p{N}_+#@$]+/gu;

function markedWords(token: string, beginnings: readonly string[]): ExcerptPart[] {
  const parts: (ExcerptPart & { isWord: boolean })[] = [];
  let end = 0;
  for (const { 0: word, index } of token.matchAll(wordPattern)) {
    parts.push({ text: token.slice(end, index), marked: false, isWord: false });
    parts.push({ text: word, marked: beginnings.some((start) => word.toLowerCase().includes(start)), isWord: true });
    end = index + word.length;
  }
  parts.push({ text: token.slice(end), marked: false, isWord: false });
  // A word that is found by its stem or without its accents may have none of the letters that were typed.
  if (!parts.some(({ marked }) => marked)) for (const part of parts) part.marked = part.isWord;
  return parts;
}

/** The part of a word that its other forms are likely to have too. */
function beginning(word: string): string {
  return word.slice(0, Math.max(4, word.length - 3));
}
