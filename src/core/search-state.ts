/** What is searched for, as the address of the search page says it. */
export type SearchState = {
  query: string;
  /** All of them. */
  tags: string[];
  /** The handle of one who wrote a post of the thread. */
  author?: string;
  answered?: boolean;
  accepted?: boolean;
  /** Of the question. */
  year?: string;
  /** Language code. */
  lang?: string;
  sort: SearchSort;
};

export type SearchSort = (typeof searchSorts)[number];

export const searchSorts = ['relevance', 'votes', 'newest', 'active'] as const;

/** Characters of a query that are searched; what is longer is cut, and the reader told so. */
export const longestQuery = 300;

/**
 * Characters that a box takes: more than are searched, so that the search page sees that there were more, and so few that the address
 * that a form makes of them, each of up to 9 bytes, is one that servers take.
 */
export const longestTyped = 800;

export const emptySearch: SearchState = { query: '', tags: [], sort: 'relevance' };

const flags = new Map<string | null, boolean>([
  ['yes', true],
  ['no', false],
]);

/** Reads the address of the search page. Total: what is not understood is left out. */
export function readSearch(parameters: URLSearchParams): SearchState {
  const text = (name: string) => clean(parameters.get(name) ?? '') || undefined;
  const flag = (name: string) => flags.get(parameters.get(name));
  const [author, answered, accepted, year, lang] = [
    text('author'),
    flag('answered'),
    flag('accepted'),
    text('year'),
    text('lang'),
  ];
  return {
    query: clean(parameters.get('q') ?? ''),
    tags: [...new Set(parameters.getAll('tag').map(clean).filter(Boolean))],
    ...(author ? { author } : {}),
    ...(answered === undefined ? {} : { answered }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(year ? { year } : {}),
    ...(lang ? { lang } : {}),
    sort: searchSorts.find((sort) => sort === parameters.get('sort')) ?? 'relevance',
  };
}

/**
 * The address of a search behind the page's own: `?q=…`, or nothing for an empty one. It has of a query what is searched for: servers
 * refuse addresses that are too long.
 */
export function writeSearch(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query) parameters.set('q', shortened(state.query));
  for (const tag of state.tags) parameters.append('tag', tag);
  if (state.author) parameters.set('author', state.author);
  if (state.answered !== undefined) parameters.set('answered', state.answered ? 'yes' : 'no');
  if (state.accepted !== undefined) parameters.set('accepted', state.accepted ? 'yes' : 'no');
  if (state.year) parameters.set('year', state.year);
  if (state.lang) parameters.set('lang', state.lang);
  if (state.sort !== 'relevance') parameters.set('sort', state.sort);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Whether anything narrows the search down besides its words. */
export function hasFilters({ tags, author, answered, accepted, year, lang }: SearchState): boolean {
  return tags.length > 0 || [author, answered, accepted, year, lang].some((filter) => filter !== undefined);
}

/** The same search, by its words alone. */
export function withoutFilters({ query, sort }: SearchState): SearchState {
  return { query, tags: [], sort };
}

/** Whether there is nothing to search for. */
export function isEmptySearch(state: SearchState): boolean {
  return state.query === '' && !hasFilters(state);
}

/** The part of a query that is searched: whole characters, at most `longestQuery` of them. */
export function shortened(query: string): string {
  return query.length <= longestQuery
    ? query
    : query
        .slice(0, longestQuery + 1)
        // Half a word would be another one; not so where no blanks part words.
        .replace(/(?<= )[^ ]{0,40}$|.$/s, '')
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd();
}

/** Whether only a part of what was typed is searched. */
export function isTooLong(typed: string): boolean {
  return clean(typed).length > longestQuery;
}

/** Control characters and runs of white space as one space. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
