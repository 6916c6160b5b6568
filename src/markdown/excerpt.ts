const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The first words of a text, at most `length` UTF-16 units with the ellipsis that says that there is more. Cut between words;
 * within one only where the text has no blanks (Chinese, long addresses), and then between graphemes.
 */
export function excerptOf(text: string, length = 220): string {
  if (text.length <= length) return text;
  const room = text.slice(0, length);
  const blank = room.lastIndexOf(' ');
  if (blank >= length / 2) return `${room.slice(0, blank).trimEnd()}…`;
  // The last grapheme in the room may go on behind it.
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, length + 64))) {
    if (index + segment.length > length - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
