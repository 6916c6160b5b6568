import { edgeOf } from './edge.ts';
import { gap, lineEnd, type Piece } from './piece.ts';
import { joinRow } from './row.ts';

/** Lines one below the other. An equation that goes on in the next line does so here. */
export function stack(lines: readonly Piece[], dense: boolean): Piece {
  const seen = lines.filter(({ text }) => text !== '');
  const [only] = seen;
  if (only && seen.length === 1) return only;
  const text = seen.map(({ text: one }, at) => one + separator(one, seen[at + 1]?.text, dense)).join(' ');
  return { text, shape: 'row', first: 'gap', last: 'gap' };
}

function separator(line: string, next: string | undefined, dense: boolean): string {
  if (next === undefined || /[,;:.]$/.test(line)) return '';
  return edgeOf(next) === 'relation' || (!dense && next.startsWith('+')) ? '' : ';';
}

/** Parts a formula at its line ends. */
export function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece === lineEnd) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

export function tableRow(children: readonly Piece[], dense: boolean): Piece {
  const cells = children.filter(({ text }) => text !== '');
  const [head, ...others] = cells;
  if (!head || others.length === 0 || !dense) return joinRow(cells.flatMap((one) => [gap, one]).slice(1), dense);
  const text = others.reduce((row, { text: one }, at) => {
    const isApart = cells[at]?.last === 'separator' && !/[,;:.]$/.test(row);
    return `${row}${isApart ? ',' : ''} ${one}`;
  }, head.text);
  return { text, shape: 'row', first: head.first, last: 'gap' };
}

/** Cells of a matrix are centred; those of cases are not: a value and a condition, which a comma parts. */
export function cell(content: Piece, attributes: string, dense: boolean): Piece {
  return dense && attributes.includes('tml-left') ? { ...content, last: 'separator' } : content;
}
