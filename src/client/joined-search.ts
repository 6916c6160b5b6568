import { compileQuery } from '../core/facts/match.ts';
import { factsNeeded, sortsNeeded } from '../core/facts/needed.ts';
import type { FactsTable } from '../core/facts/table.ts';
import { orderCheck, sorts, type FactsName, type SortedFact } from '../core/facts/tables.ts';
import type { SearchPlan } from '../core/query/plan.ts';
import type { Query } from '../core/query/query.ts';
import { countRows } from './count-rows.ts';
import type { FactsFiles } from './facts.ts';
import type { FoundResult } from './merge-hits.ts';
import type { FilterCounts, PagefindAnswer, PagefindOptions, PagefindWorker } from './pagefind-worker.ts';
import { findTogether, withoutCommon } from './ranked-search.ts';
import { SearchError } from './search-error.ts';
import type { FilterName } from './search-filters.ts';

type Result = FoundResult;

/** A part of the index that is asked with operators. */
export type JoinedPart = {
  /**
   * Answers a query by several searches and the facts, joined: in the order of `options`, or by relevance.
   * @returns beside the answer, the ids of all results that are held for it
   */
  search: (
    query: Query,
    plan: SearchPlan,
    options: PagefindOptions,
    today: number,
  ) => Promise<{ results: FoundResult[]; held: string[] }>;
  /** How many of these threads have each value of the filters that are named. */
  count: (ids: readonly string[], counted: readonly FilterName[]) => Promise<FilterCounts>;
};

/**
 * @param name what the part is called in the index
 * @param common words that the index does not have
 */
export function openJoinedPart(
  name: string,
  worker: PagefindWorker,
  facts: FactsFiles,
  common: ReadonlySet<string>,
): JoinedPart {
  /** Answers that hold every thread of the part, by their order: they are asked for again and again while somebody types. */
  const everything = new Map<string, Promise<PagefindAnswer>>();
  let rows: Promise<ReadonlyMap<string, number>> | undefined;

  const all = (sort: PagefindOptions['sort']): Promise<PagefindAnswer> => {
    const key = JSON.stringify(sort);
    const answer = everything.get(key) ?? worker.search(null, { filters: {}, sort });
    everything.set(key, answer);
    answer.catch(() => everything.delete(key));
    return answer;
  };
  const readRows = async (): Promise<ReadonlyMap<string, number>> => {
    const block = (await facts.blocks()).find((one) => one.name === name);
    const ids = (await all({})).results.map(({ id }) => id);
    if (block?.threads !== ids.length || block.check !== orderCheck(ids))
      throw new SearchError('missing', `The facts are not those of the index ${name}.`);
    return new Map(ids.map((id, index) => [id, block.first + index]));
  };

  /** Puts numbers that the table has in falling order into their rows: the index knows in which order the threads then are. */
  const fill = async (table: FactsTable, row: ReadonlyMap<string, number>, needed: Iterable<SortedFact>) => {
    const [first = 0] = row.values();
    for (const fact of needed) {
      if (table.isFilled(fact, first)) continue;
      const { results } = await all({ [sorts[fact]]: 'desc' });
      if (results.length !== row.size)
        throw new SearchError('missing', `The index ${name} leaves threads out of an order.`);
      table.fill(
        fact,
        results.map(({ id }) => row.get(id) ?? -1),
      );
    }
  };

  return {
    async search(query, plan, options, today) {
      const files = new Set<FactsName>(factsNeeded(query));
      const table = await facts.table(files);
      const row = files.size > 0 ? await (rows ??= readRows()) : undefined;
      if (row) await fill(table, row, sortsNeeded(query));
      const held: string[] = [];
      const find = async (words: string | null): Promise<PagefindAnswer> => {
        const answer = await worker.search(words, options);
        held.push(...answer.results.map(({ data }) => data));
        return answer;
      };
      const isRanked = Object.keys(options.sort).length === 0;
      const answers = await Promise.all(
        plan.searches.map(({ words, where, isWanted }) =>
          isRanked && isWanted && where === 'anywhere'
            ? findTogether({ find, count: worker.count }, withoutCommon(words, common))
            : find(withoutCommon(words, common)),
        ),
      );
      const isFiltered = Object.keys(options.filters).length > 0;
      const candidates =
        plan.required === undefined ? await (isFiltered ? find(null) : all(options.sort)) : answers[plan.required];
      const found = answers.map(({ results }, index) => byId(results, plan.searches[index]?.where));

      let candidate = '';
      const { matches, postsThatMatch } = compileQuery(query, table, today, (term) => {
        const search = plan.searchOf.get(term);
        return search !== undefined && found[search]?.has(candidate) === true;
      });
      const results: Result[] = [];
      for (const result of candidates?.results ?? []) {
        candidate = result.id;
        const at = row?.get(candidate) ?? -1;
        if (!postsThatMatch && matches(at)) results.push(joined(result, found, plan));
        const posts = postsThatMatch?.(at) ?? [];
        if (posts.length > 0) results.push({ ...joined(result, found, plan), posts });
      }
      if (isRanked) results.sort((a, b) => b.score - a.score);
      return { results, held };
    },
    async count(ids, counted) {
      const files: FactsName[] = ['common', ...(counted.includes('tag') ? (['tags'] as const) : [])];
      const table = await facts.table(counted.includes('author') ? [...files, 'authors'] : files);
      const row = await (rows ??= readRows());
      if (counted.includes('year')) await fill(table, row, ['created']);
      return countRows(
        table,
        ids.map((id) => row.get(id) ?? -1),
        counted,
      );
    },
  };
}

function byId(results: readonly Result[], where: 'anywhere' | 'title' | 'body' = 'anywhere'): Map<string, Result> {
  return new Map(
    results.flatMap((result) => {
      const { id, words = [], matchedMetaFields = [] } = result;
      const isThere =
        where === 'anywhere' || (where === 'title' ? matchedMetaFields.includes('title') : words.length > 0);
      return isThere ? [[id, result] as const] : [];
    }),
  );
}

/** A thread as the searches found it that were for it: their scores add up, and the first shows where. */
function joined(result: Result, found: readonly Map<string, Result>[], plan: SearchPlan): Result {
  const wanted = found.flatMap((results, index) =>
    plan.searches[index]?.isWanted ? (results.get(result.id) ?? []) : [],
  );
  const score = wanted.reduce((sum, one) => sum + one.score, 0);
  return { ...(wanted.find(({ words = [] }) => words.length > 0) ?? wanted[0] ?? result), score };
}
