/** A word in lower case as the index has it: without diacritics. The two marks of Japanese make other sounds, and stay. */
export function withoutDiacritics(word: string): string {
  return word.normalize('NFD').replace(/(?![\u3099\u309a])\p{M}/gu, '');
}
