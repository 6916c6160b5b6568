import { edgeOf, type Edge } from './edge.ts';
import { gap, lineEnd, nothing, openEnd, type Piece } from './piece.ts';
import { plainSymbols } from './symbols.ts';

const entities = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
]);

/**
 * Reads text of a formula: a name, a number, an operator, words.
 * @param name of the element that it is in
 * @param escaped as in HTML
 */
export function readToken(name: string, escaped: string, attributes: string): Piece {
  if (name === 'mtext' || name === 'ms') return readWords(escaped);
  const text = plainSymbols(escaped).trim();
  if (text === '') return escaped !== '' || name !== 'mo' ? nothing : attributes.includes('fence') ? openEnd : lineEnd;
  const symbol = entities.get(text) ?? text;
  if (name === 'mn') return { text, shape: 'single', first: 'digit', last: 'digit' };
  if (/^[\p{L}\p{N}]{2}/u.test(symbol)) return { text, shape: 'single', first: 'word', last: 'word' };
  const edge = name === 'mo' ? operatorEdge(symbol, attributes) : edgeOf(symbol);
  return {
    text,
    shape: edge === 'open' || edge === 'close' || edge === 'bar' ? 'mark' : 'single',
    first: edge,
    last: edge,
  };
}

function operatorEdge(symbol: string, attributes: string): Edge {
  const edge = edgeOf(symbol);
  const isPrefix = attributes.includes('form="prefix"');
  if (edge === 'bar') {
    if (attributes.includes('fence')) return isPrefix ? 'open' : 'close';
    // As wide as a relation: `P(a|b)`.
    return attributes.includes('lspace="0.2') ? 'relation' : edge;
  }
  return edge === 'additive' && isPrefix ? 'tight' : edge;
}

function readWords(escaped: string): Piece {
  const spaced = plainSymbols(escaped).replace(/[\s\u00a0]+/g, ' ');
  const text = spaced.trim();
  if (text === '') return spaced === '' ? nothing : gap;
  const characters = [...text];
  return {
    text,
    shape: text.includes(' ') ? 'row' : 'single',
    first: spaced.startsWith(' ') ? 'gap' : wordEdge(characters[0], characters.length),
    last: spaced.endsWith(' ') ? 'gap' : wordEdge(characters.at(-1), characters.length),
  };
}

function wordEdge(character = '', length: number): Edge {
  const edge = edgeOf(character);
  return length > 1 && (edge === 'letter' || edge === 'digit') ? 'word' : edge;
}
