import { edges, ends, names, type Edge } from './edge.ts';
import { gap, isGap, nothing, type Piece } from './piece.ts';
import { settle } from './settle.ts';

const operands = edges('letter', 'digit', 'word', 'open', 'bar', 'big', 'root', 'fraction');
/** What makes of a row more than names one behind the other. */
const parting = edges('additive', 'relation', 'separator', 'tight', 'big', 'gap', 'point');

/** A sum of up to so many characters is written as people type it, and found as they do; a longer one has places to break it. */
const longestTight = 20;

/**
 * Puts pieces one behind the other, with spaces where a reader needs them.
 * @param dense no spaces around operators: in an index, in a fraction, in a cell
 */
export function joinRow(pieces: readonly Piece[], dense: boolean): Piece {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const settled = settle(pieces.filter(({ text }) => text !== ''));
  const [head, end] = [settled[0], settled.at(-1)];
  if (!head || !end) return pieces.some(isGap) ? gap : nothing;
  const apart = spaces(pieces, settled, dense);
  if (!dense) partSums(settled, apart);
  const text = settled.map((piece, at) => (apart[at] ? ` ${piece.text}` : piece.text)).join('');
  const isProduct = !apart.includes(true) && !settled.some(isParting);
  const last = pieces.at(-1);
  return {
    text,
    shape: settled.length === 1 ? head.shape : isBracketed(settled) ? 'bracketed' : isProduct ? 'product' : 'row',
    first: only && isGap(only) ? 'gap' : head.first,
    last: last && isGap(last) ? 'gap' : end.last,
  };
}

/** For each piece that is seen, whether there is a space before it. */
function spaces(pieces: readonly Piece[], settled: readonly Piece[], dense: boolean): boolean[] {
  const apart: boolean[] = [];
  let isWide = false;
  for (const given of pieces) {
    const [before, piece] = [settled[apart.length - 1], settled[apart.length]];
    if (given.text === '') isWide ||= isGap(given);
    else if (piece) {
      apart.push(before !== undefined && needsSpace(before.last, piece.first, { dense, isWide }));
      isWide = false;
    }
  }
  return apart;
}

/** Puts spaces around the signs of sums that are long, or have a space already: it would part what the sign holds together. */
function partSums(settled: readonly Piece[], apart: boolean[]): void {
  let begin = 0;
  for (let end = 0; end <= settled.length; end++) {
    const edge = settled[end]?.first ?? 'relation';
    if (edge !== 'relation' && edge !== 'separator') continue;
    let length = 0;
    let isParted = false;
    for (let at = begin; at < end; at++) {
      length += settled[at]?.text.length ?? 0;
      isParted ||= at > begin && apart[at] === true;
    }
    if (isParted || length > longestTight)
      for (let at = begin; at < end; at++) {
        const { first, last } = settled[at] ?? nothing;
        if (first === 'additive' && at > 0) apart[at] = true;
        if (last === 'additive' && at + 1 < settled.length) apart[at + 1] = true;
      }
    begin = end + 1;
  }
}

/** Whether the first is a bracket, and the last the one that closes it. */
function isBracketed(settled: readonly Piece[]): boolean {
  let depth = 0;
  for (const [at, { shape, first, last }] of settled.entries()) {
    if (at > 0 && depth <= 0) return false;
    if (shape === 'mark' && last === 'open') depth++;
    else if (first === 'close' && last !== 'bar') depth--;
  }
  return depth === 0 && settled.at(-1)?.shape === 'mark';
}

function isParting({ shape, first, last }: Piece): boolean {
  return shape === 'row' || parting.has(first) || parting.has(last);
}

function needsSpace(before: Edge, next: Edge, { dense, isWide }: { dense: boolean; isWide: boolean }): boolean {
  if (before === 'open' || next === 'close' || next === 'separator') return false;
  if (before === 'relation' || next === 'relation') return !dense && before !== 'tight' && before !== next;
  if (isWide || before === 'gap' || next === 'gap') return before !== 'tight';
  if (before === 'separator') return !dense;
  if (next === 'point') return false;
  if (before === 'big') return next !== 'additive' || !dense;
  if (!operands.has(next)) return false;
  if (before === 'fraction') return true;
  if (next === 'fraction' || next === 'big') return ends.has(before);
  if (before === 'script' || before === 'word') return names.has(next);
  if (next === 'word') return before === 'letter' || before === 'digit' || before === 'close';
  return before === 'digit' && next === 'digit';
}
