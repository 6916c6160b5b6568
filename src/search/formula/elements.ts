import { cell, linesOf, stack, tableRow } from './lines.ts';
import { gap, lineEnd, nothing, openEnd, operand, prescripts, type Piece } from './piece.ts';
import { joinRow } from './row.ts';
import { accented, limits, multiscripts, scripts } from './scripts.ts';

/** What an element of MathML has in it, and what its tag says. */
type Content = {
  attributes: string;
  children: readonly Piece[];
  /** Without spaces around operators. */
  dense: boolean;
};

/** How each element reads on one line, as far as it is more than a row of what is in it. */
const readings: ReadonlyMap<string, (content: Content) => Piece> = new Map([
  ['mfrac', fraction],
  ['msqrt', ({ children }: Content) => root(joinRow(children, true))],
  ['mroot', ({ children: [radicand, degree, ...others] }: Content) => row(root(radicand, degree), others)],
  ['msub', ({ children: [base, sub, ...others] }: Content) => row(scripts(base, sub), others)],
  ['msup', ({ children: [base, sup, ...others] }: Content) => row(scripts(base, nothing, sup), others)],
  ['msubsup', ({ children: [base, sub, sup, ...others] }: Content) => row(scripts(base, sub, sup), others)],
  ['munder', ({ children: [base, under, ...others] }: Content) => row(limits(base, under), others)],
  ['mover', ({ children: [base, over, ...others] }: Content) => row(limits(base, nothing, over), others)],
  ['munderover', ({ children: [base, under, over, ...others] }: Content) => row(limits(base, under, over), others)],
  ['mmultiscripts', ({ children: [base, ...others] }: Content) => multiscripts(base, others)],
  ['mprescripts', (content: Content) => (content.children.length > 0 ? fenced(content) : prescripts)],
  ['mtable', ({ attributes, children }: Content) => stack(children, isDense('mtable', attributes))],
  ['mtr', ({ children, dense }: Content) => tableRow(children, dense)],
  ['mlabeledtr', ({ children, dense }: Content) => tableRow(children, dense)],
  ['mtd', ({ attributes, children, dense }: Content) => cell(joinRow(children, dense), attributes, dense)],
  ['menclose', enclosed],
  ['mspace', space],
  // It holds a place for what is not shown.
  ['mphantom', () => gap],
  // The same formula once more, in another language.
  ['annotation', () => nothing],
]);

/** Elements in which formulas are set tightly. */
const tight = new Set('mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mtable'.split(' '));

/** Whether what is in an element has no spaces around operators. Equations below each other are as wide as one alone. */
export function isDense(name: string, attributes: string): boolean {
  return tight.has(name) && !/\bdisplaystyle="true"|\browspacing=/.test(attributes);
}

export function readElement(name: string, content: Content): Piece {
  return readings.get(name)?.(content) ?? fenced(content);
}

const closingBrace: Piece = { text: '}', shape: 'mark', first: 'close', last: 'close' };

function fenced({ children, dense }: Content): Piece {
  const [head, end] = [children[0], children.at(-1)];
  if (end === openEnd && head?.text === '{') return joinRow([...children.slice(0, -1), closingBrace], dense);
  if (children.includes(lineEnd)) {
    const lines = linesOf(children).map((line) => joinRow(line, dense));
    return stack(lines, dense);
  }
  const piece = joinRow(children, dense);
  return children.length > 1 && (head === openEnd || end === openEnd) ? { ...piece, shape: 'bracketed' } : piece;
}

/** Elements have as many parts as they need; what a broken one has beyond them is not lost. */
function row(piece: Piece, others: readonly Piece[]): Piece {
  return others.length === 0 ? piece : joinRow([piece, ...others], true);
}

function fraction({ attributes, children: [over = nothing, under = nothing, ...others] }: Content): Piece {
  // Without a line: a binomial coefficient, or two lines below a sum.
  if (/\blinethickness="0/.test(attributes)) return row(stack([over, under], true), others);
  const text = `${operand(over, 'indexed', 'raised', 'root', 'product')}/${operand(under, 'indexed', 'raised', 'root')}`;
  return row({ text, shape: 'row', first: 'fraction', last: 'fraction' }, others);
}

function root(radicand = nothing, degree = nothing): Piece {
  if (degree.text !== '') return scripts(radicand, nothing, { ...degree, text: `1/${operand(degree)}`, shape: 'row' });
  return { text: `√${operand(radicand, 'root')}`, shape: 'root', first: 'root', last: 'fraction' };
}

function enclosed({ attributes, children }: Content): Piece {
  const content = joinRow(children, true);
  return attributes.includes('notation="top"') ? accented(content, '\u0304') : content;
}

/** In a narrow place only a wide space counts. */
function space(content: Content): Piece {
  const { attributes, dense } = content;
  if (content.children.length > 0) return fenced(content);
  const width = Number(/\bwidth="([\d.]+)em"/.exec(attributes)?.[1] ?? 0);
  return width >= (dense ? 0.5 : 0.1) ? gap : nothing;
}
