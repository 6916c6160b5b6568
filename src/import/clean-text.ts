// Control characters but tab and newline, and the embeddings, overrides and isolates that reorder text on the screen.
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text with `\n` between lines and without characters that nobody sees and that an archive refuses. */
export function cleanText(text: string): { text: string; removed: number } {
  const unix = text.replace(/\r\n?/g, '\n').toWellFormed();
  const clean = unix.replace(invisible, '');
  return { text: clean, removed: unix.length - clean.length };
}

/** The same on one line: for titles, names and other short texts. */
export function cleanLine(text: string): string {
  return cleanText(text).text.replace(/\s+/g, ' ').trim();
}

/** At most so many characters, cut at a word if there is one, with `…` where something is missing. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const word = room.lastIndexOf(' ');
  return `${word > longest * 0.7 ? room.slice(0, word) : room}…`;
}
