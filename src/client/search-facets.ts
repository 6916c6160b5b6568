import type { SearchState } from '../core/search-state.ts';
import type { FilterCounts } from './count-rows.ts';
import type { FilterName } from './search-filters.ts';

/** A value that a search can be narrowed down to, and how many threads that would leave. */
export type FacetValue = { value: string; count: number };

export type Facets = {
  tag: FacetValue[];
  author: FacetValue[];
  year: FacetValue[];
  state: FacetValue[];
  lang: FacetValue[];
  /** What was not counted, since what it is counted by is large. */
  uncounted: FilterName[];
};

/** What one part of the index, which is in one language, counts for a search. */
export type LanguageCounts = { language: string; total: number; filters: FilterCounts };

/** Asks every part. */
export type Count = (state: SearchState) => Promise<LanguageCounts[]>;

/**
 * Counts what each further choice would leave. Tags add up, so they are counted within the search as it is; of the others only one
 * value can be chosen, so each is counted as if nothing of it were chosen yet.
 * @param known the counts of the search as it is, if somebody has them
 */
export async function countFacets(
  state: SearchState,
  known: LanguageCounts[] | undefined,
  count: Count,
): Promise<Omit<Facets, 'uncounted'>> {
  const { author: _author, ...noAuthor } = state;
  const { year: _year, ...noYear } = state;
  const { answered: _answered, accepted: _accepted, ...noState } = state;
  const { lang, ...noLang } = state;
  const here = known && lang === undefined ? known : count(noLang);
  const or = (chosen: unknown, other: SearchState) => (chosen === undefined ? here : count(other));
  const [all, authors, years, states] = await Promise.all([
    here,
    or(state.author, withoutLang(noAuthor)),
    or(state.year, withoutLang(noYear)),
    or(state.answered ?? state.accepted, withoutLang(noState)),
  ]);
  const within = (counts: LanguageCounts[]) => counts.filter(({ language }) => lang === undefined || language === lang);
  return {
    tag: byCount(merged(within(all), 'tag')),
    author: byCount(merged(within(authors), 'author')),
    year: byValue(merged(within(years), 'year')),
    state: merged(within(states), 'state'),
    lang: byCount(
      merged(
        all.map(({ language, total }) => ({ filters: { lang: { [language]: total } } })),
        'lang',
      ),
    ),
  };
}

function withoutLang({ lang: _lang, ...state }: SearchState): SearchState {
  return state;
}

function merged(counts: readonly { filters: FilterCounts }[], filter: string): FacetValue[] {
  const sums = new Map<string, number>();
  for (const { filters } of counts) {
    for (const [value, count] of Object.entries(filters[filter] ?? {})) sums.set(value, (sums.get(value) ?? 0) + count);
  }
  return [...sums].map(([value, count]) => ({ value, count })).filter(({ count }) => count > 0);
}

function byCount(values: FacetValue[]): FacetValue[] {
  return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function byValue(values: FacetValue[]): FacetValue[] {
  return values.sort((a, b) => (a.value < b.value ? 1 : -1));
}
