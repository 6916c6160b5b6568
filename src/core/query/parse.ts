import type { Hint } from './hint.ts';
import { hasWord, operators, otherOperator } from './operators.ts';
import type { Clause, FactTerm, Query, Term, TextTerm } from './query.ts';

export type ParsedQuery = {
  query: Query;
  hints: Hint[];
  /** Where each term of the query stands, without its `-`. The same terms, as objects. */
  places: ReadonlyMap<Term, Pick<Hint, 'from' | 'to'>>;
};

/** A term, the word `or` between terms, or something that is left out of the search. */
type Token = { kind: 'term'; term: Term } | { kind: 'or' } | { kind: 'nothing' };

const space = /[\s\p{Cc}]/u;
const quote = /["“”„«»]/u;
const tagText = /^[\p{L}\p{M}\p{N}.+#-]{1,35}$/u;
/** What `-` before a term can stand before; before anything else it is a part of the word: `--force`, `->`, `-1`. */
const negatable = /^-(?!-?\d*\.?\d+(?:[\s\p{Cc}"“”„«»]|$))[\p{L}\p{N}[_@#$."“„«]/u;
const operatorStart = /^([\p{L}]+):(?![:/\\])/u;

/**
 * Reads a query. Total: every text is a query, and what is not understood in it is told in hints, each with its place.
 * What is left out of the search has a hint that says so; everything else is searched for.
 */
export function parseQuery(text: string): ParsedQuery {
  const hints: Hint[] = [];
  const tokens: Token[] = [];
  const places = new Map<Term, Pick<Hint, 'from' | 'to'>>();
  let position = 0;
  while (position < text.length) {
    if (space.test(text.charAt(position))) {
      position++;
      continue;
    }
    const known = tokens.length;
    const to = readToken(text, position, tokens, hints);
    for (const token of tokens.slice(known))
      if (token.kind === 'term') places.set(token.term, { from: position + (token.term.isNot ? 1 : 0), to });
    position = to;
  }
  const query = clauses(tokens);
  const contradiction = neverBoth(query);
  if (contradiction) hints.push({ kind: 'neverBoth', from: 0, to: text.length, what: contradiction });
  return { query, hints, places };
}

/** Reads the token at `begin`. @returns where the next one may begin, always further on */
function readToken(text: string, begin: number, tokens: Token[], hints: Hint[]): number {
  const isNot = negatable.test(text.slice(begin, begin + 40));
  const start = isNot ? begin + 1 : begin;
  const first = text.charAt(start);
  const hint = (to: number, found: Omit<Hint, 'from' | 'to' | 'what'>) => {
    hints.push({ ...found, from: begin, to, what: text.slice(begin, to) });
  };
  const term = (found: FactTerm | TextTerm) => {
    tokens.push({ kind: 'term', term: { ...found, isNot } });
  };

  if (quote.test(first)) {
    const end = closingQuote(text, start);
    if (end === undefined) {
      tokens.push({ kind: 'nothing' });
      if (text.slice(start + 1).trim() !== '') hint(text.length, { kind: 'unclosedQuote' });
      return start + 1;
    }
    const phrase = tidy(text.slice(start + 1, end));
    if (hasWord(phrase)) term({ kind: 'text', field: 'any', text: phrase, isPhrase: true, isPrefix: false });
    else tokens.push({ kind: 'nothing' });
    return end + 1;
  }

  const end = endOfWord(text, start);
  const word = text.slice(start, end);
  if (first === '[') {
    const close = word.indexOf(']');
    const tag = close < 0 ? '' : word.slice(1, close).normalize('NFC').toLowerCase().normalize('NFC');
    if (tagText.test(tag)) {
      term({ kind: 'tag', tag });
      return start + close + 1;
    }
    hint(end, { kind: 'notATag' });
  }

  const name = operatorStart.exec(word)?.[1]?.toLowerCase();
  if (name !== undefined) {
    const value = readValue(text, start + name.length + 1);
    const operator = operators.get(name);
    const other = operator ? undefined : otherOperator(name, value.text);
    if (operator && value.text === '') {
      tokens.push({ kind: 'nothing' });
      hint(value.end, { kind: 'noValue' });
      return value.end;
    }
    if (operator) {
      const { term: found, hint: advice } = operator(value.text, value.isQuoted);
      if (found) term(found);
      else tokens.push({ kind: 'nothing' });
      const sign = isNot ? '-' : '';
      if (advice)
        hint(value.end, { ...advice, ...(advice.instead === undefined ? {} : { instead: sign + advice.instead }) });
      return value.end;
    }
    if (other && value.text !== '') {
      const instead = isNot && !other.instead.startsWith('-') ? `-${other.instead}` : other.instead;
      if (other.isSure) {
        tokens.push({ kind: 'nothing' });
        hint(value.end, { kind: 'renamed', instead });
        return value.end;
      }
      hint(value.end, { kind: 'unknownOperator', instead });
    }
  }

  if (!isNot && /^or$/i.test(word)) tokens.push({ kind: 'or' });
  else if (!hasWord(word)) {
    tokens.push({ kind: 'nothing' });
    hint(end, { kind: 'noWord' });
  } else {
    const isPrefix = word.endsWith('*') && word.length > 1;
    term({ kind: 'text', field: 'any', text: isPrefix ? word.slice(0, -1) : word, isPhrase: false, isPrefix });
  }
  return end;
}

/** The value of an operator: up to white space, or what stands in quotation marks. */
function readValue(text: string, begin: number): { text: string; end: number; isQuoted: boolean } {
  const close = quote.test(text.charAt(begin)) ? closingQuote(text, begin) : undefined;
  if (close !== undefined) return { text: tidy(text.slice(begin + 1, close)), end: close + 1, isQuoted: true };
  const end = endOfWord(text, begin);
  return { text: text.slice(begin, end), end, isQuoted: false };
}

/** `or` between two terms joins them; anywhere else it is left out. */
function clauses(tokens: readonly Token[]): Query {
  const query: Query = [];
  let open: Clause | undefined;
  let isJoined = false;
  for (const token of tokens) {
    if (token.kind === 'term' && open && isJoined) open.push(token.term);
    else if (token.kind === 'term') query.push((open = [token.term]));
    if (token.kind === 'nothing') open = undefined;
    isJoined = token.kind === 'or';
  }
  return query;
}

/** Two kinds of post that no post is at once, each of which the query asks for. */
function neverBoth(query: Query): string | undefined {
  const kinds = query.flatMap(([term, ...others]) =>
    term?.kind === 'is' && !term.isNot && others.length === 0 ? [term.value] : [],
  );
  const answer = kinds.find((kind) => kind === 'answer' || kind === 'accepted');
  if (kinds.includes('question') && answer) return `is:question is:${answer}`;
  if (kinds.includes('unanswered') && (answer || kinds.includes('answered')))
    return `is:unanswered is:${answer ?? 'answered'}`;
  return kinds.includes('open') && kinds.includes('closed') ? 'is:open is:closed' : undefined;
}

function endOfWord(text: string, begin: number): number {
  let end = begin;
  while (end < text.length && !space.test(text.charAt(end)) && !quote.test(text.charAt(end))) end++;
  return end;
}

function closingQuote(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length; at++) if (quote.test(text.charAt(at))) return at;
  return undefined;
}

function tidy(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
