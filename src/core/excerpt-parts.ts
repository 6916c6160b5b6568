import { isSigns, markable } from './found-stretches.ts';

/** A stretch of an excerpt, and whether it is what was searched for. */
export type ExcerptPart = { text: string; marked: boolean };

/** What the index takes for one word: it may be a whole address or an expression. */
export type ExcerptWord = { text: string; isFound: boolean };

/**
 * Makes an excerpt of words in a row. Of a word that was found, only the words in it that were searched for are marked. An excerpt
 * that begins or ends within a sentence says so.
 * @param between stands between two words: a space, or nothing
 */
export function excerptParts(words: readonly ExcerptWord[], between: string, query = ''): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const add = (text: string, marked: boolean) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.marked === marked) last.text += text;
    else parts.push({ text, marked });
  };
  const beginnings = (query.toLowerCase().match(markable) ?? []).map(beginning);
  if (/^[\p{Ll}\p{Nd},;)]/u.test(words[0]?.text ?? '')) add('… ', false);
  words.forEach(({ text, isFound }, index) => {
    if (index > 0) add(between, false);
    if (!isFound) add(text, false);
    else for (const part of markedWords(text, beginnings)) add(part.text, part.marked);
  });
  if (/[^.!?…:。！？"'”’»)\]}⟩]$/u.test(words.at(-1)?.text ?? '')) add(' …', false);
  return parts;
}

function markedWords(token: string, beginnings: readonly string[]): ExcerptPart[] {
  const parts: (ExcerptPart & { isWord: boolean })[] = [];
  let end = 0;
  for (const { 0: word, index } of token.matchAll(markable)) {
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
  return isSigns(word) ? word : word.slice(0, Math.max(4, word.length - 3));
}
