import { printDateRange } from './date-range.ts';
import { printNumberRange } from './number-range.ts';
import type { Clause, Query, Term } from './query.ts';

/** Writes a query so that reading it gives the same query again. */
export function printQuery(query: Query): string {
  return query.map((clause: Clause) => clause.map(printTerm).join(' or ')).join(' ');
}

function printTerm(term: Term): string {
  return (term.isNot ? '-' : '') + printPositive(term);
}

function printPositive(term: Term): string {
  switch (term.kind) {
    case 'text': {
      const { field, text, isPhrase, isPrefix } = term;
      return (field === 'any' ? '' : `${field}:`) + (isPhrase ? `"${text}"` : text + (isPrefix ? '*' : ''));
    }
    case 'tag':
      return `[${term.tag}]`;
    case 'user':
      return `user:${value(term.handle)}`;
    case 'thread':
      return `in:${value(term.slug)}`;
    case 'license':
      return `license:${value(term.license)}`;
    case 'lang':
      return `lang:${value(term.lang)}`;
    case 'votes':
    case 'answers':
      return `${term.kind}:${printNumberRange(term.range)}`;
    case 'created':
    case 'active':
      return `${term.kind}:${printDateRange(term.range)}`;
    case 'is':
    case 'has':
      return `${term.kind}:${term.value}`;
  }
}

function value(text: string): string {
  return /^[:/\\]| /.test(text) ? `"${text}"` : text;
}
