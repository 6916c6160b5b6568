/** Control characters but tab and newline, and the embeddings, overrides and isolates that reorder text on the screen. */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** The offset of the first character that nobody sees, and its name (`U+202E`). */
export function findInvisible(text: string): { offset: number; name: string } | undefined {
  const offset = text.search(invisible);
  if (offset === -1) return undefined;
  return { offset, name: `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}` };
}
