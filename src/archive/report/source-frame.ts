import stringWidth from 'string-width';
import { visible } from './visible.ts';

const tabStop = 4;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A piece of a line: where it begins in it (UTF-16 units), how it is printed, and how many cells of the terminal it takes. */
type Cell = { start: number; text: string; width: number };

/**
 * A line of a file and, below it, a caret under one of its columns. Wide characters count as two cells, tabs are shown as arrows, a long
 * line is cut around the column. In a line with right-to-left text terminals disagree on where a column is, so the text there is named.
 * @param column counted from 1 in UTF-16 units; beyond the end of the line it is put there
 * @param widest cells of the terminal that the line may take
 */
export function sourceFrame(line: string, column: number, widest: number): { line: string; caret: string } {
  // Nobody reads further, and a line of megabytes must not be measured.
  const from = Math.max(0, column - 1 - 4 * widest);
  const cells = cellsOf(line.slice(from, from + 8 * widest), from);
  const at = cells.findLastIndex(({ start }) => start <= column - 1);
  const behind = column - 1 >= line.length;
  const [first, last] = window(cells, Math.max(0, at), widest);
  const shown = cells.slice(first, last);
  const before = first > 0 || from > 0 ? '…' : '';
  const after = last < cells.length || from + 8 * widest < line.length ? '…' : '';
  const beforeCaret = behind ? shown : cells.slice(first, at);
  const indent = before.length + beforeCaret.reduce((sum, { width }) => sum + width, 0);
  const named = rightToLeft.test(line) && !behind ? ` ${excerpt(cells.slice(at))}` : '';
  return {
    line: `${before}${shown.map(({ text }) => text).join('')}${after}`.trimEnd(),
    caret: `${' '.repeat(indent)}^${named}`,
  };
}

function cellsOf(line: string, from: number): Cell[] {
  let column = 0;
  return Array.from(graphemes.segment(line), ({ segment, index }) => {
    const width = tabStop - (column % tabStop);
    // What is to be spelled out may depend on the two characters before.
    const before = line.slice(Math.max(0, index - 2), index);
    const text =
      segment === '\t' ? `→${' '.repeat(width - 1)}` : visible(before + segment).slice(visible(before).length);
    const cell = { start: from + index, text, width: segment === '\t' ? width : stringWidth(text) };
    column += cell.width;
    return cell;
  });
}

/** The cells around one of them that fit: a third of the room before it, the rest behind. */
function window(cells: readonly Cell[], at: number, widest: number): [first: number, last: number] {
  let first = at;
  let last = at;
  let room = widest;
  const take = (index: number) => (room -= cells[index]?.width ?? 0) >= 0;
  for (; first > 0 && room > (widest * 2) / 3 && take(first - 1); first--);
  for (; last < cells.length && take(last); last++);
  if (last === cells.length) for (; first > 0 && take(first - 1); first--);
  return [first, last];
}

function excerpt(cells: readonly Cell[]): string {
  return cells
    .slice(0, 20)
    .map(({ text }) => text)
    .join('');
}
