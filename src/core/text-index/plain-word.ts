/** Kana with the mark of another sound, in two characters. */
const marked = /[\u3040-\u30ff][\u3099\u309a]/g;

/** A word in lower case as the index has it: without diacritics. The two marks of Japanese make other sounds, and stay. */
export function withoutDiacritics(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(?![\u3099\u309a])\p{M}/gu, '')
    .replace(marked, (kana) => kana.normalize('NFC'));
}
