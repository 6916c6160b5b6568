import type { FactsTable } from '../core/facts/table.ts';
import type { FactsName } from '../core/facts/tables.ts';
import { hasFilters, type SearchSort, type SearchState } from '../core/search-state.ts';

/** What a search is counted by. */
export type FilterName = 'tag' | 'author' | 'year' | 'state';

/** The files of facts by which a search is narrowed down and put into order; none if it is neither. */
export function filesOfState(state: SearchState): FactsName[] {
  return [
    ...(hasFilters(state) ? (['common'] as const) : []),
    ...(state.tags.length > 0 ? (['tags'] as const) : []),
    ...(state.author === undefined ? [] : (['authors'] as const)),
    ...filesOfSort[state.sort],
  ];
}

const filesOfSort: Record<SearchSort, FactsName[]> = {
  relevance: [],
  votes: ['common', 'votes'],
  newest: ['common', 'created'],
  active: ['common', 'created', 'active'],
};

/**
 * Whether a row meets the filters of a search. The language is not among them: each language is an index of its own.
 * @param table has the files that `filesOfState` names
 */
export function filterRows(state: SearchState, table: FactsTable): (row: number) => boolean {
  const { tags, author, year, answered, accepted } = state;
  const conditions: ((row: number) => boolean)[] = tags.map((tag) => {
    const id = table.tagId(tag);
    return (row) => id !== undefined && table.hasTag(row, id);
  });
  if (author !== undefined) {
    const id = table.authorId(author);
    conditions.push((row) => id !== undefined && hasAuthor(table, row, id));
  }
  if (year !== undefined) conditions.push((row) => String(table.year(row)) === year);
  if (answered !== undefined) conditions.push((row) => table.answers(row) > 0 === answered);
  if (accepted !== undefined) conditions.push((row) => table.isAccepted(row) === accepted);
  return (row) => conditions.every((condition) => condition(row));
}

/** By what a row is put into order, the highest first; what has no date comes last. Nothing by relevance, which the row does not have. */
export function keyOfRow(sort: SearchSort, table: FactsTable): ((row: number) => number) | undefined {
  switch (sort) {
    case 'relevance':
      return undefined;
    case 'votes':
      return (row) => table.votes(row);
    case 'newest':
      return (row) => table.created(row) ?? -Infinity;
    case 'active':
      return (row) => table.active(row) ?? -Infinity;
  }
}

function hasAuthor(table: FactsTable, row: number, author: number): boolean {
  const [first, end] = table.postsOf(row);
  for (let post = first; post < end; post++) if (table.author(post) === author) return true;
  return false;
}
