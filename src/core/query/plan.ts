import { partCodes } from '../part-codes.ts';
import { shortened } from '../search-state.ts';
import { parseQuery } from './parse.ts';
import type { Query, TextTerm } from './query.ts';

/** Where words may be; `code`: in a block of it. */
export type WhereInThread = 'anywhere' | 'title' | 'body' | 'code';

/** One search for words. */
export type WordSearch = {
  /** As Pagefind takes it: words, all of them, or one phrase in quotation marks. */
  words: string;
  /** Where one of them must be found for it to count. */
  where: WhereInThread;
  /** Whether what it finds is what is looked for, and not what is left out. */
  isWanted: boolean;
};

/** How a query is answered: by one search for words alone, or by several that are then joined with the facts. */
export type SearchPlan = {
  /** Answers the query if there is nothing else; null finds every thread. */
  direct?: string | null;
  searches: WordSearch[];
  /** Position in `searches` of the one that answers each term of words. */
  searchOf: ReadonlyMap<TextTerm, number>;
  /** Position of a search that finds every thread that can be an answer. */
  required?: number;
  /** All words that are looked for, for marking them. */
  marked: string;
};

/**
 * Plans a query. Words that must all be there are one search, which ranks them together; everything else is a search of its own.
 */
export function planSearch(query: Query): SearchPlan {
  const searches: WordSearch[] = [];
  const searchOf = new Map<TextTerm, number>();
  const plain = query.flatMap(([term, ...others]) =>
    term?.kind === 'text' && others.length === 0 && isPlain(term) && !term.isNot ? [term] : [],
  );
  if (plain.length > 0)
    searches.push({ words: partCodes(plain.map(({ text }) => text).join(' ')), where: 'anywhere', isWanted: true });
  for (const term of plain) searchOf.set(term, 0);
  for (const term of query.flat()) {
    if (term.kind !== 'text' || searchOf.has(term)) continue;
    searchOf.set(term, searches.length);
    searches.push({
      words: partCodes(term.isPhrase ? `"${term.text}"` : term.text),
      where: term.field === 'any' ? 'anywhere' : term.field,
      isWanted: !term.isNot,
    });
  }
  const [alone] = query.flatMap(([term, ...others]) =>
    term?.kind === 'text' && others.length === 0 && !term.isNot ? [term] : [],
  );
  const required = alone && searchOf.get(alone);
  const [only] = searches;
  const isDirect =
    searches.length <= 1 &&
    query.every(([term]) => term?.kind === 'text' && term.field === 'any') &&
    (query.length === 0 || required === 0);
  return {
    ...(isDirect ? { direct: only?.words ?? null } : {}),
    searches,
    searchOf,
    ...(required === undefined ? {} : { required }),
    marked: searches
      .filter(({ isWanted }) => isWanted)
      .map(({ words }) => words)
      .join(' '),
  };
}

/** The words that a query looks for, without its operators and what it leaves out. */
export function wantedWords(query: string): string {
  return planSearch(parseQuery(shortened(query)).query).marked;
}

function isPlain({ field, isPhrase }: TextTerm): boolean {
  return field === 'any' && !isPhrase;
}
