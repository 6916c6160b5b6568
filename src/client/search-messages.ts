import {
  hasFilters,
  isTooLong,
  longestQuery,
  withoutFilters,
  writeSearch,
  type SearchState,
} from '../core/search-state.ts';
import { askAddress, askedWords } from '../core/contribute/ask-address.ts';
import type { Words } from '../i18n/wording.ts';
import { browserFacts } from './draft-facts.ts';
import { element } from './element.ts';
import type { SearchFailure } from './search-error.ts';

/** Characters of a query that are repeated. */
const longestRepeat = 60;

/** A query as it is repeated to the reader. */
export function repeated(query: string): string {
  return query.length > longestRepeat ? `${query.slice(0, longestRepeat)}…` : query;
}

/** Says so if only a part of what was typed is searched for. */
export function cutMessage(typed: string, { fill }: Words): string {
  return isTooLong(typed) ? ` ${fill('searchShortened', { n: longestQuery })}` : '';
}

/** How much was found for what. */
export function foundMessage(
  { total, mended, some }: { total: number; mended?: string; some: number },
  { query }: SearchState,
  { count, fill, number }: Words,
): string {
  const asked = repeated(mended ?? query);
  if (asked === '') return count('threads', total);
  if (some === 0 || some === total)
    return fill(some === 0 ? 'searchFound' : 'searchSome', { threads: count('threads', total), query: asked });
  return fill('searchFoundAndSome', { threads: count('threads', total - some), query: asked, more: number(some) });
}

/**
 * What the page says when nothing was found, and where to go from there.
 * @param ask where to ask, as the page has it, and the ISO date of the build that stands there
 */
export function nothingFound(
  state: SearchState,
  words: Words,
  ask: { href: string; builtOn: string },
  offer: string | undefined,
): HTMLElement[] {
  const { text, fill } = words;
  return [
    element(
      'p',
      { class: 'empty-title' },
      state.query === '' ? text.searchNothingChosen : fill('searchNothing', { query: state.query }),
    ),
    element('p', {}, text.searchNothingHint),
    ...(offer === undefined ? [] : [didYouMean(offer, state, words)]),
    ...(hasFilters(state)
      ? [
          element(
            'p',
            {},
            element(
              'a',
              { href: writeSearch(withoutFilters(state)) || '?', 'data-search': true },
              text.searchWithoutFilters,
            ),
          ),
        ]
      : []),
    element(
      'a',
      {
        class: 'call',
        href: askAddress(ask.href, askedWords(state.query), { builtOn: ask.builtOn, ...browserFacts() }),
      },
      text.askThis,
    ),
  ];
}

/** A link to the page with the draft of a question about what was searched for. */
export function askLink(base: string, query: string, { text }: Words): HTMLElement {
  const href = askAddress(`${base}ask/`, askedWords(query), { builtOn: '', ...browserFacts() });
  return element('a', { href }, text.askThis);
}

/** Links to searches that find something, with how much; nothing if there are none. */
export function nearestSearches(
  nearest: readonly { query: string; total: number }[],
  state: SearchState,
  { text, count }: Words,
): HTMLElement | undefined {
  if (nearest.length === 0) return undefined;
  return element(
    'div',
    { class: 'search-nearest' },
    element('p', {}, text.searchNearest),
    element(
      'ul',
      {},
      ...nearest.map(({ query, total }) =>
        element(
          'li',
          {},
          element('a', { href: writeSearch({ ...state, query }), 'data-search': true }, query),
          ` · ${count('threads', total)}`,
        ),
      ),
    ),
  );
}

/**
 * A link to the same search with other words.
 * @param isShown whether what they find is shown already
 */
export function didYouMean(query: string, state: SearchState, { text }: Words, isShown = false): HTMLElement {
  const link = element('a', { href: writeSearch({ ...state, query }), 'data-search': true }, query);
  return element('p', { class: 'did-you-mean' }, isShown ? text.searchMended : text.searchMeant, ' ', link);
}

/** What has failed, and what that may mean. */
export function failureMessage(failure: SearchFailure, { text }: Words): [title: string, hint: string] {
  const messages: Record<SearchFailure, [string, string]> = {
    missing: [text.searchMissing, text.searchMissingHint],
    late: [text.searchLate, text.searchLateHint],
    failing: [text.searchFailing, text.searchFailingHint],
    unreachable: [text.searchUnreachable, text.searchUnreachableHint],
    offline: [text.searchOffline, text.searchOfflineHint],
    unsupported: [text.searchUnable, text.searchUnableHint],
  };
  return messages[failure];
}

/** What the page says when it cannot search. */
export function cannotSearch(
  failure: SearchFailure,
  state: SearchState,
  words: Words,
  webUrl: string,
  retry: () => void,
): HTMLElement[] {
  const { text } = words;
  const [title, hint] = failureMessage(failure, words);
  const again = element('button', { type: 'button', class: 'call' }, text.searchRetry);
  again.addEventListener('click', retry);
  const onTheWeb = element(
    'a',
    { href: `${webUrl}${encodeURIComponent(` ${state.query}`)}`, rel: 'noopener' },
    text.searchOnTheWeb,
  );
  return [
    element('p', { class: 'empty-title' }, title),
    element('p', {}, hint),
    ...(failure === 'offline' ? [] : [element('p', {}, onTheWeb)]),
    ...(failure === 'unsupported' ? [] : [again]),
  ];
}
