/** Letters of another style, which people type as plain ones; not those with double strokes, which are other signs: ℂ. */
const styled = /[\u{1d400}-\u{1d537}\u{1d56c}-\u{1d7d7}\u{1d7e2}-\u{1d7ff}ℊℋℎℐℒℛℬℭℯℰℱℳℴϑϕϖϱϵ]/gu;
/** They say how a formula is set, and nobody types them. */
const unseen = /[\u2061-\u2064\ufe00-\ufe0f]/g;

/** Operators that keyboards have, or that the index takes for punctuation, which parts words: none becomes a part of the word beside it. */
const typed = new Map([
  ['−', '-'],
  ['∗', '*'],
  ['⋅', '·'],
  ['∙', '·'],
  ['⋯', '…'],
  ['∖', '\\'],
  ['∣', '|'],
  ['∥', '‖'],
  ['∶', ':'],
  ['≔', ':='],
]);

export function plainSymbols(text: string): string {
  const seen = text.replace(unseen, '');
  return typed.get(seen) ?? seen.replace(styled, (letter) => letter.normalize('NFKC'));
}

/** The signs that accents are drawn by, and the marks that Unicode combines with a letter; none for braces, and lines below. */
export const combining: ReadonlyMap<string, string> = new Map([
  ['^', '\u0302'],
  ['ˆ', '\u0302'],
  ['~', '\u0303'],
  ['˜', '\u0303'],
  ['¯', '\u0304'],
  ['ˉ', '\u0304'],
  ['‾', '\u0304'],
  ['˘', '\u0306'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['˚', '\u030a'],
  ['ˇ', '\u030c'],
  ['`', '\u0300'],
  ['´', '\u0301'],
  ['→', '\u20d7'],
  ['←', '\u20d6'],
  ['\u20db', '\u20db'],
  ['⏞', ''],
  ['⏟', ''],
  ['⏜', ''],
  ['⏝', ''],
  ['⎴', ''],
  ['⎵', ''],
  ['_', ''],
]);
