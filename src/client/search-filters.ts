import type { SearchState } from '../core/search-state.ts';
import type { PagefindOptions } from './pagefind-worker.ts';

/** Names of the index's filters. */
export type FilterName = 'tag' | 'author' | 'year' | 'state';

/** A value that no thread has: to exclude it excludes nothing. */
const nobody = '\u0000';

/**
 * A search as Pagefind takes it. The language is not among the filters: each language is an index of its own.
 * @param counted filters whose values are to be counted in the answer. Pagefind counts those that a search names, and loads no other:
 * together they are more than all the rest that a first search loads
 */
export function pagefindOptions(
  { tags, author, year, answered, accepted, sort }: SearchState,
  counted: readonly FilterName[] = [],
): PagefindOptions {
  const all: Record<string, string>[] = tags.map((tag) => ({ tag }));
  if (author !== undefined) all.push({ author });
  if (year !== undefined) all.push({ year });
  if (answered !== undefined) all.push({ state: answered ? 'answered' : 'unanswered' });
  if (accepted === true) all.push({ state: 'accepted' });
  const none: Record<string, string>[] = counted.map((name) => ({ [name]: nobody }));
  if (accepted === false) none.push({ state: 'accepted' });
  return {
    filters: { ...(all.length > 0 ? { all } : {}), ...(none.length > 0 ? { none } : {}) },
    sort: sort === 'relevance' ? {} : { [sort === 'newest' ? 'date' : sort]: 'desc' },
  };
}
