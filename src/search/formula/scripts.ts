import { nothing, operand, prescripts, type Piece } from './piece.ts';
import { joinRow } from './row.ts';
import { combining } from './symbols.ts';

/** What stands at a name without a `^`. */
const primes = /^[′″‴]+/;
const daggers = /^[†‡]+$/;

/** `a_i^2`, `x′`, `∑_(i=1)^n`. */
export function scripts(base = nothing, sub = nothing, sup = nothing): Piece {
  if (sub.text === '' && sup.text === '') return base;
  const [mark = ''] = primes.exec(sup.text) ?? [];
  const power = mark === '' ? sup : afterMark(sup, mark);
  const below = index('_', sub);
  const above = index(daggers.test(power.text) ? '' : '^', power);
  const core = operand(base, above === '' ? 'raised' : 'indexed');
  const isName = base.shape === 'single' && below === '' && above === '';
  return {
    text: core + mark + below + above,
    shape: isName ? 'single' : mark === '' && above === '' ? 'indexed' : 'raised',
    first: base.text === '' ? 'gap' : core === base.text ? base.first : 'open',
    last: base.last === 'big' || base.last === 'relation' ? base.last : 'script',
  };
}

function afterMark(sup: Piece, mark: string): Piece {
  const text = sup.text.slice(mark.length);
  return { ...sup, text, shape: /^.$/u.test(text) ? 'single' : 'row' };
}

function index(sign: string, piece: Piece): string {
  return piece.text === '' ? '' : sign + operand(piece, 'root');
}

/** What is below and above: the limits of a sum, words at an arrow, or an accent. */
export function limits(base = nothing, under = nothing, over = nothing): Piece {
  const mark = under.text === '' ? combining.get(over.text) : undefined;
  if (mark !== undefined) return accented(base, mark);
  if (over.text === '' && combining.has(under.text)) return accented(base, '');
  const piece = scripts(base, under, over);
  return base.last === 'word' ? { ...piece, last: 'big' } : piece;
}

/** One letter is combined with its accent; over more it would be seen over the last alone, and is left out. */
export function accented(base: Piece, mark: string): Piece {
  if (/^[\p{L}\p{N}]$/u.test(base.text)) return { ...base, text: (base.text + mark).normalize('NFC') };
  const text = operand(base, 'indexed', 'raised', 'root', 'product');
  return text === base.text ? base : { text, shape: 'bracketed', first: 'open', last: 'close' };
}

/** Indices on both sides, in pairs of a lower and an upper one. */
export function multiscripts(base = nothing, given: readonly Piece[]): Piece {
  const middle = given.indexOf(prescripts);
  const [behind, ahead] = middle < 0 ? [given, []] : [given.slice(0, middle), given.slice(middle + 1)];
  return joinRow([...inPairs(nothing, ahead), ...inPairs(base, behind)], true);
}

function inPairs(base: Piece, given: readonly Piece[]): Piece[] {
  const pieces = [scripts(base, given[0], given[1])];
  for (let at = 2; at < given.length; at += 2) pieces.push(scripts(nothing, given[at], given[at + 1]));
  return pieces;
}
