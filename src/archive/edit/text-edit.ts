/** A piece of a text to replace: offsets in UTF-16 units. */
export type TextEdit = { from: number; to: number; text: string };

/** Applies edits that do not overlap; everything between them stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, text: replacement } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < done) continue;
    result += text.slice(done, from) + replacement;
    done = to;
  }
  return result + text.slice(done);
}
