/** The beginning of a text, cut at a word, with an ellipsis if anything is left out. */
export function firstWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.lastIndexOf(' ', length);
  return `${text.slice(0, cut > length / 2 ? cut : length).replace(/[\s.,;:…–—-]+$/u, '')}…`;
}
