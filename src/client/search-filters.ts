import type { SearchState } from '../core/search-state.ts';
import type { PagefindOptions } from './pagefind-worker.ts';

/** Names of the index's filters. */
export type FilterName = 'tag' | 'author' | 'year' | 'state';

/** A search as Pagefind takes it. The language is not among the filters: each language is an index of its own. */
export function pagefindOptions({ tags, author, year, answered, accepted, sort }: SearchState): PagefindOptions {
  const all: Record<string, string>[] = tags.map((tag) => ({ tag }));
  if (author !== undefined) all.push({ author });
  if (year !== undefined) all.push({ year });
  if (answered !== undefined) all.push({ state: answered ? 'answered' : 'unanswered' });
  if (accepted === true) all.push({ state: 'accepted' });
  return {
    filters: {
      ...(all.length > 0 ? { all } : {}),
      ...(accepted === false ? { none: [{ state: 'accepted' }] } : {}),
    },
    sort: sort === 'relevance' ? {} : { [sort === 'newest' ? 'date' : sort]: 'desc' },
  };
}
