import { writeSearch, type SearchState } from '../core/search-state.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';
import type { Facets, FacetValue } from './search-facets.ts';
import type { FilterName } from './search-filters.ts';

/** Values of a facet that are shown at first. */
const shownAtFirst = 8;
/** Values that are shown at all: more are better found by their name. */
const shownAtMost = 100;

/** A way to narrow the search down, or to take that back, and what it is in every rendering: see `keep-focus.ts`. */
type Choice = { control: string; label: string; count: number; chosen: boolean; to: SearchState };

/**
 * The ways to narrow a search down, each a link to the narrower search.
 * @param count counts what was not counted
 */
export function facetSections(
  facets: Facets,
  state: SearchState,
  words: Words,
  count: (name: FilterName) => void,
): HTMLElement[] {
  const { text } = words;
  const { author, year, lang, answered, accepted, ...rest } = state;
  const language = new Intl.DisplayNames([words.lang], { type: 'language' });
  const states: Record<string, { label: string; chosen: boolean; to: SearchState; without: SearchState }> = {
    answered: {
      label: text.stateAnswered,
      chosen: answered === true,
      to: { ...state, answered: true },
      without: drop(state, 'answered'),
    },
    accepted: {
      label: text.stateAccepted,
      chosen: accepted === true,
      to: { ...state, accepted: true },
      without: drop(state, 'accepted'),
    },
    unanswered: {
      label: text.unanswered,
      chosen: answered === false,
      to: { ...drop(state, 'accepted'), answered: false },
      without: drop(state, 'answered'),
    },
  };
  const single = (
    values: readonly FacetValue[],
    key: 'author' | 'year' | 'lang',
    label = (value: string) => value,
  ): Choice[] =>
    values.map(({ value, count }) => {
      const chosen = state[key] === value;
      const to = chosen ? drop(state, key) : { ...state, [key]: value };
      return { control: `${key} ${value}`, label: label(value), count, chosen, to };
    });
  const sections = [
    section(
      'state',
      text.state,
      Object.entries(states).flatMap(([value, { label, chosen, to, without }]): Choice[] => {
        const count = facets.state.find((facet) => facet.value === value)?.count ?? 0;
        return count > 0 || chosen ? [{ control: value, label, count, chosen, to: chosen ? without : to }] : [];
      }),
      words,
    ),
    facets.uncounted.includes('tag')
      ? unopened('tag', text.tags, text.showAll, () => {
          count('tag');
        })
      : section(
          'tag',
          text.tags,
          facets.tag.map(({ value, count }): Choice => {
            const chosen = state.tags.includes(value);
            return {
              control: `tag ${value}`,
              label: value,
              count,
              chosen,
              to: { ...state, tags: chosen ? rest.tags.filter((tag) => tag !== value) : [...rest.tags, value] },
            };
          }),
          words,
          'facet-tags',
        ),
    section('year', text.year, single(facets.year, 'year'), words),
    facets.uncounted.includes('author')
      ? unopened('author', text.authors, text.showAll, () => {
          count('author');
        })
      : section('author', text.authors, single(facets.author, 'author'), words),
    (facets.lang.length > 1 || lang !== undefined) &&
      section(
        'lang',
        text.language,
        single(facets.lang, 'lang', (value) => language.of(value) ?? value),
        words,
      ),
  ];
  return sections.filter((part) => part !== false);
}

/** The filters that a search has, each a link to the search without it. */
export function chosenFilters(state: SearchState, words: Words): HTMLElement | false {
  const { text } = words;
  const chosen: [string, string, SearchState][] = state.tags.map((tag) => [
    `tag ${tag}`,
    `[${tag}]`,
    { ...state, tags: state.tags.filter((other) => other !== tag) },
  ]);
  if (state.answered !== undefined)
    chosen.push([
      state.answered ? 'answered' : 'unanswered',
      state.answered ? text.stateAnswered : text.unanswered,
      drop(state, 'answered'),
    ]);
  if (state.accepted !== undefined)
    chosen.push([
      state.accepted ? 'accepted' : 'unaccepted',
      state.accepted ? text.stateAccepted : text.stateNotAccepted,
      drop(state, 'accepted'),
    ]);
  for (const key of ['author', 'year', 'lang'] as const) {
    const value = state[key];
    if (value !== undefined) chosen.push([`${key} ${value}`, value, drop(state, key)]);
  }
  const items = chosen.map(([control, label, to]) =>
    element(
      'li',
      {},
      element(
        'a',
        {
          href: writeSearch(to) || '?',
          'data-search': true,
          'data-control': control,
          'aria-label': words.fill('removeFilter', { filter: label }),
        },
        label,
      ),
    ),
  );
  return items.length > 0 && element('ul', { class: 'chosen' }, ...items);
}

function section(
  control: string,
  title: string,
  choices: readonly Choice[],
  words: Words,
  className = '',
): HTMLElement | false {
  const items = choices.slice(0, shownAtMost).map(({ control, label, count, chosen, to }, index) =>
    element(
      'li',
      { hidden: index >= shownAtFirst && !chosen },
      element(
        'a',
        {
          href: writeSearch(to) || '?',
          'data-search': true,
          'data-control': control,
          'aria-current': chosen && 'true',
        },
        label,
      ),
      ' ',
      element('span', {}, words.number(count)),
    ),
  );
  const isCut = items.some((item) => item.hidden);
  const all = isCut && element('button', { type: 'button' }, words.text.showAll);
  if (all) {
    all.addEventListener('click', () => {
      const first = items.find((item) => item.hidden);
      for (const item of items) item.hidden = false;
      all.remove();
      first?.querySelector('a')?.focus();
    });
  }
  return (
    items.length > 0 &&
    element(
      'section',
      { class: `facet ${className}`, 'data-control': control },
      element('h2', {}, title),
      element('ul', {}, ...items),
      all,
    )
  );
}

function unopened(control: string, title: string, label: string, open: () => void): HTMLElement {
  const button = element('button', { type: 'button' }, label);
  button.addEventListener('click', open);
  return element('section', { class: 'facet', 'data-control': control }, element('h2', {}, title), button);
}

function drop(state: SearchState, key: 'author' | 'year' | 'lang' | 'answered' | 'accepted'): SearchState {
  const { [key]: _, ...rest } = state;
  return rest;
}
