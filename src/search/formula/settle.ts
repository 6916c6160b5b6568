import { edges, ends, names } from './edge.ts';
import { nothing, type Piece } from './piece.ts';

const operators = edges('additive', 'relation');

/**
 * Finds out which bars of a row open and which close, and which operators have something at both of their sides: of `|+⟩` the
 * plus has not.
 */
export function settle(pieces: readonly Piece[]): Piece[] {
  const nextMarks = marksBehind(pieces);
  const settled: Piece[] = [];
  /** The bar or the angle that is open. */
  let open = '';
  for (const [at, piece] of pieces.entries()) {
    const [before, next] = [settled.at(-1), pieces[at + 1]];
    const isKet = nextMarks[at] === '⟩';
    if (isBar(piece) && open === '⟨') {
      // Of `⟨0|1⟩` it is in the middle, of `⟨0|` at the end.
      const goesOn = next !== undefined && (names.has(next.first) || isBar(next));
      settled.push(withEdges(piece, 'close', goesOn ? 'bar' : 'close'));
      if (!goesOn) open = '';
    } else if (piece.first === 'bar' || (isBar(piece) && isKet)) {
      const opens = piece.last !== 'script' && (open === '' || isKet);
      settled.push(opens ? withEdges(piece, 'open', 'open') : withEdges(piece, 'close', 'close'));
      open = opens ? '|' : '';
    } else {
      if (piece.text === '⟨') open = '⟨';
      else if (piece.first === 'close' || piece.first === 'relation') open = '';
      settled.push(operator(before, piece, next));
    }
  }
  return settled;
}

/** The sign between two halves, `P(A | B)`, is one too. */
function isBar({ text, first }: Piece): boolean {
  return first === 'bar' || text === '|';
}

/** A bar that has an index ends with it. */
function withEdges(piece: Piece, first: 'open' | 'close', last: 'open' | 'close' | 'bar'): Piece {
  return { ...piece, first, last: piece.last === 'script' ? 'script' : last };
}

function operator(before: Piece | undefined, piece: Piece, next: Piece | undefined): Piece {
  const { text, first, last } = piece;
  if (text === ':' && next?.text === '=') return { ...piece, first: 'relation', last: 'relation' };
  if (operators.has(first) && first === last) {
    if (before?.last === 'open' || (next?.shape === 'mark' && next.first === 'close'))
      return { ...piece, first: 'tight', last: 'tight' };
    if (first === 'additive' && before && !ends.has(before.last)) return { ...piece, last: 'tight' };
  }
  // Of `I ⊗ CNOT` the index would make one word: it takes such an operator for a letter.
  const isSplit =
    first === 'tight' &&
    /^\p{Sm}$/u.test(text) &&
    before !== undefined &&
    ends.has(before.last) &&
    (before.last === 'word' || next?.first === 'word');
  return isSplit ? { ...piece, first: 'gap', last: 'gap' } : piece;
}

/** For each piece, the next bracket or bar behind it. */
function marksBehind(pieces: readonly Piece[]): string[] {
  const marks: string[] = [];
  let mark = '';
  for (let at = pieces.length - 1; at >= 0; at--) {
    marks[at] = mark;
    const { shape, text, first } = pieces[at] ?? nothing;
    if (shape === 'mark' || first === 'bar') mark = text;
    else if (first === 'close') mark = text.charAt(0);
  }
  return marks;
}
