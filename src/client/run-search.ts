import type { SearchState } from '../core/search-state.ts';
import { forgetSearch, openSearch, withSearch } from './open-search.ts';
import type { SearchEngine, SearchOutcome } from './search-engine.ts';
import { failureOf, type SearchFailure } from './search-error.ts';
import type { IsLate } from './turns.ts';
import type { ThreadHit } from '../core/thread-hit.ts';

/** Begins to load the index while the reader types. A failure is told when there is something to search for. */
export function warmSearch(base: string): void {
  openSearch(base).then(
    (engine) => {
      engine.warm();
    },
    () => undefined,
  );
}

/**
 * Searches, and takes the first hits.
 * @param base path of the site
 * @param most hits that are taken
 * @param isLate then no hits are loaded any more
 * @param onFirst see the engine
 * @throws SearchError, or an error of the network
 */
export async function runSearch(
  base: string,
  state: SearchState,
  most: number,
  isLate: IsLate,
  onFirst?: Parameters<SearchEngine['search']>[1],
): Promise<{ outcome: SearchOutcome; hits: ThreadHit[] }> {
  const found = await withSearch(base, async (engine) => {
    const outcome = await engine.search(state, onFirst);
    return { outcome, hits: isLate() ? [] : await outcome.next(most) };
  });
  if (found.outcome.total === 0 && !navigator.onLine) throw new Error('The index may not have come whole.');
  return found;
}

/** After a search that failed: the next one begins anew. Returns what to tell the reader. */
export function giveUpSearch(base: string, error: unknown): SearchFailure {
  forgetSearch(base);
  return failureOf(error);
}
