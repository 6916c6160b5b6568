import { mended, type Hint } from '../core/query/hint.ts';
import { emptySearch, writeSearch, type SearchState } from '../core/search-state.ts';
import type { TextKey } from '../i18n/messages.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';

const textOf: Record<Hint['kind'], TextKey> = {
  renamed: 'hintRenamed',
  unknownOperator: 'hintUnknownOperator',
  unknownValue: 'hintUnknownValue',
  noValue: 'hintNoValue',
  badNumber: 'hintBadNumber',
  badDate: 'hintBadDate',
  reversed: 'hintReversed',
  exactNumber: 'hintExactNumber',
  unclosedQuote: 'hintUnclosedQuote',
  notATag: 'hintNotATag',
  noWord: 'hintNoWord',
  neverBoth: 'hintNeverBoth',
  unknownTag: 'hintUnknownTag',
  unknownUser: 'hintUnknownUser',
  unknownThread: 'hintUnknownThread',
  unknownLang: 'hintUnknownLang',
  unknownLicense: 'hintUnknownLicense',
};

/** Hints that are shown at most: a query with more is not one. */
const mostHints = 4;
/** Characters of the query that a hint repeats. */
const longestRepeat = 40;

/**
 * What a search has to say about its query, each with the way to the query that was meant.
 * @param searchPage address of the search page, or nothing on that page itself
 */
export function hintList(
  hints: readonly Hint[],
  state: SearchState,
  words: Words,
  searchPage = '',
): HTMLUListElement | undefined {
  if (hints.length === 0) return undefined;
  return element(
    'ul',
    { class: 'search-hints', 'aria-label': words.text.hints },
    ...hints.slice(0, mostHints).map((hint) => element('li', {}, ...hintText(hint, state, words, searchPage))),
  );
}

function hintText(hint: Hint, state: SearchState, words: Words, searchPage: string): (Node | string)[] {
  const template = words.text[textOf[hint.kind]];
  const link = hint.instead === undefined ? undefined : mendedLink(hint, hint.instead, state, searchPage);
  const parts = template.split(/(\{\w+\})/).flatMap((piece): (Node | string)[] => {
    if (piece === '{what}') return [element('code', {}, shortened(hint.what))];
    if (piece === '{instead}') return link ? [link] : [];
    if (piece === '{allowed}')
      return (hint.allowed ?? []).flatMap((value, index) => [...(index > 0 ? [', '] : []), element('code', {}, value)]);
    return [piece];
  });
  return link && !template.includes('{instead}') ? [...parts, ' → ', link] : parts;
}

function mendedLink(hint: Hint, instead: string, state: SearchState, searchPage: string): HTMLAnchorElement {
  const query = mended(state.query, hint);
  const to = writeSearch(searchPage === '' ? { ...state, query } : { ...emptySearch, query });
  return element(
    'a',
    { href: searchPage + to || '?', 'data-search': searchPage === '' },
    element('code', {}, shortened(instead)),
  );
}

function shortened(text: string): string {
  return text.length > longestRepeat ? `${text.slice(0, longestRepeat)}…` : text;
}
