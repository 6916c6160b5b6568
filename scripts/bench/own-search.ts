import { emptySearch } from '../../src/core/search-state.ts';
import { openBuiltSearch } from './built-search.ts';
import type { KnownItem } from './known-items.ts';

/** Our search of a built site, by the code that its pages run. */
export function ownSearch(site: string): (item: KnownItem) => Promise<string[]> {
  const engine = openBuiltSearch(site);
  return async ({ query }) => {
    const outcome = await engine.search({ ...emptySearch, query });
    return (await outcome.next(51)).map(({ url }) => url.replace(/^.*\/questions\/(.*)\/$/, '$1'));
  };
}
