/**
 * What can be marked in a text: a word, with the signs that names of programs have; or other signs in a row, such as emoji, with what
 * joins and changes them. The index takes the signs that are left out here for punctuation.
 */
export const markable =
  /[\p{L}\p{N}_+#@$][\p{L}\p{M}\p{N}_+#@$]*|(?![<=>|^`~])\p{S}(?:[\p{M}\u200d\u{e0020}-\u{e007f}]|(?![<=>|^`~])\p{S})*/gu;

/** Words of at least so many letters are found by their beginning too. */
const begins = 4;

/** Whether something that can be marked is no word. Signs have no other forms, and each of them says something. */
export function isSigns(text: string): boolean {
  return /^(?![+$])\p{S}/u.test(text);
}

/** What a text has that can be marked, to be compared: in lower case, and as if no sign said that it is to be drawn in colour. */
export function markableWords(text: string): string[] {
  return (text.match(markable) ?? []).map(comparable);
}

/**
 * Where a text has one of the words, or begins a word with one, from its first to behind its last UTF-16 unit.
 * @param words as `markableWords` gives them
 */
export function foundStretches(text: string, words: readonly string[]): { from: number; to: number }[] {
  const whole = new Set(words);
  const beginnings = words.filter((word) => word.length >= begins || isSigns(word));
  return [...text.matchAll(markable)].flatMap(({ 0: found, index }) => {
    const word = comparable(found);
    const isFound = whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
    return isFound ? [{ from: index, to: index + found.length }] : [];
  });
}

function comparable(word: string): string {
  return word.toLowerCase().replaceAll('\ufe0f', '');
}
