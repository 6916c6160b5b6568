import { wantedWords } from '../core/query/plan.ts';
import { searchSorts, writeSearch, type SearchSort, type SearchState } from '../core/search-state.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';

/** Links to the same search in every order. */
export function sortLinks(state: SearchState, { text }: Words): HTMLElement {
  const labels: Record<SearchSort, string> = {
    relevance: text.relevance,
    votes: text.byVotes,
    newest: text.newest,
    active: text.active,
  };
  const shown = shownSort(state);
  return element(
    'nav',
    { class: 'choice', 'aria-label': text.order },
    ...searchSorts.map((sort) =>
      element(
        'a',
        {
          href: writeSearch({ ...state, sort }) || '?',
          'data-search': true,
          'data-control': `sort ${sort}`,
          'aria-current': shown === sort && 'true',
        },
        labels[sort],
      ),
    ),
  );
}

/** Without words there is no relevance: what is found is then in the order of votes. */
function shownSort({ query, sort }: SearchState): SearchSort {
  const hasWords = wantedWords(query) !== '';
  return sort === 'relevance' && !hasWords ? 'votes' : sort;
}
