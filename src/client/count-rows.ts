import type { FactsTable } from '../core/facts/table.ts';
import type { FilterName } from './search-filters.ts';

/** How many threads have each value of each filter. */
export type FilterCounts = Record<string, Record<string, number>>;

/**
 * Counts the values of filters over rows of the facts.
 * @param table with the files common and tags, and authors if they are counted
 */
export function countRows(table: FactsTable, rows: readonly number[], counted: readonly FilterName[]): FilterCounts {
  return Object.fromEntries(counted.map((name) => [name, tally(rows, valuesOf(table, name))]));
}

function valuesOf(table: FactsTable, name: FilterName): (row: number) => (string | undefined)[] {
  switch (name) {
    case 'tag': {
      const names = table.tagNames();
      return (row) => table.tagsOf(row).map((id) => names[id]);
    }
    case 'author': {
      const handles = table.handles();
      return (row) => {
        const [first, end] = table.postsOf(row);
        const authors = new Set<number>();
        for (let post = first; post < end; post++) {
          const author = table.author(post);
          if (author !== undefined) authors.add(author);
        }
        return [...authors].map((author) => handles[author]);
      };
    }
    case 'year':
      return (row) => [table.year(row)?.toString()];
    case 'state':
      return (row) => [
        table.answers(row) > 0 ? 'answered' : 'unanswered',
        table.isAccepted(row) ? 'accepted' : undefined,
      ];
  }
}

function tally(rows: readonly number[], valuesOf: (row: number) => (string | undefined)[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of valuesOf(row)) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}
