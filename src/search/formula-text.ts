import { isDense, readElement } from './formula/elements.ts';
import type { Piece } from './formula/piece.ts';
import { readToken } from './formula/token.ts';

/** Elements inside each other that are told apart; what is deeper is read as if it were in the last of them. */
const deepest = 60;

const tokens = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);
const tokenEnds: ReadonlyMap<string, string> = new Map(Array.from(tokens, (name) => [`/${name}>`, name]));
const tag = /^(\/?)([a-z][a-z0-9]*)(?![\w-])(.*)$/is;

/** Tokens by their MathML: formulas have the same few again and again. */
const known = new Map<string, Piece>();
const mostKnown = 2_000;

type Open = { name: string; attributes: string; dense: boolean; children: Piece[]; text: string };

/**
 * A formula in MathML on one line, as people type it: `1/√2 (1 1; 1 -1)`, `x^2`, `∑_(i=1)^n a_i`. Close to the linear format
 * of Unicode Technical Note 28, with spaces and fewer parentheses, for who reads. Of what is not well nested no text is lost.
 * @param mathml the element `math` or what is in it, sanitized
 * @returns text that is escaped as HTML
 */
export function formulaText(mathml: string): string {
  const base = open('math', '', undefined);
  const stack = [base];
  let top = base;
  let beyond = 0;
  // Each a tag without its beginning, and the text behind it.
  const [start = '', ...parts] = mathml.split('<');
  base.text = start;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? '';
    const token = tokenEnds.get(parts[at + 1] ?? '');
    if (token !== undefined && part.startsWith(token) && /[\s>]/.test(part.charAt(token.length))) {
      takeText(top);
      top.children.push(known.get(part) ?? learn(token, part));
      at++;
      continue;
    }
    const end = part.indexOf('>');
    const found = end < 0 ? null : tag.exec(part.slice(0, end));
    if (!found) {
      top.text += `&lt;${part}`;
      continue;
    }
    const name = found[2]?.toLowerCase() ?? '';
    const attributes = found[3] ?? '';
    const isClosed = attributes.endsWith('/');
    if (found[1] === '/') {
      if (beyond > 0) beyond--;
      else top = closeFrom(stack, name) ?? top;
    } else if (stack.length > deepest) {
      if (!isClosed) beyond++;
    } else {
      takeText(top);
      const element = open(name, attributes, top);
      if (isClosed) top.children.push(close(element));
      else stack.push((top = element));
    }
    top.text += part.slice(end + 1);
  }
  while (stack.length > 1) closeLast(stack);
  return close(base).text;
}

function learn(name: string, part: string): Piece {
  const end = part.indexOf('>');
  const piece = readToken(name, part.slice(end + 1), part.slice(name.length, end));
  if (known.size >= mostKnown) known.clear();
  if (part.length < 100) known.set(part, piece);
  return piece;
}

function open(name: string, attributes: string, around: Open | undefined): Open {
  const dense = around !== undefined && (around.dense || isDense(around.name, around.attributes));
  return { name, attributes, dense, children: [], text: '' };
}

/** Closes an element and those that were left open in it. @returns the one around it, if there is such a one */
function closeFrom(stack: Open[], name: string): Open | undefined {
  const from = stack.findLastIndex((element) => element.name === name);
  if (from < 1) return undefined;
  while (stack.length > from) closeLast(stack);
  return stack.at(-1);
}

function closeLast(stack: Open[]): void {
  const last = stack.pop();
  if (last) stack.at(-1)?.children.push(close(last));
}

function close(element: Open): Piece {
  takeText(element);
  const { name, attributes, children } = element;
  if (!tokens.has(name)) return readElement(name, element);
  if (children.length === 0) return readToken(name, '', attributes);
  return children[0] && children.length === 1 ? children[0] : readElement('mrow', element);
}

function takeText(element: Open): void {
  const { name, text, attributes } = element;
  if (text === '') return;
  element.text = '';
  if (tokens.has(name) || /\S/.test(text))
    element.children.push(readToken(tokens.has(name) ? name : 'mtext', text, attributes));
}
