import { compileQuery, isKindOfPost, type HasText } from '../core/facts/match.ts';
import { factsNeeded } from '../core/facts/needed.ts';
import type { FactsTable } from '../core/facts/table.ts';
import type { FactsName } from '../core/facts/tables.ts';
import type { SearchPlan, WhereInThread, WordSearch } from '../core/query/plan.ts';
import type { Query } from '../core/query/query.ts';
import type { SearchState } from '../core/search-state.ts';
import { stretchFinder } from '../core/text-index/found-places.ts';
import type { FoundThread } from '../core/text-index/found-threads.ts';
import type { TextStretch } from '../core/text-stretch.ts';
import { countRows, type FilterCounts } from './count-rows.ts';
import type { FactsFiles } from './facts.ts';
import type { FoundResult } from './merge-hits.ts';
import type { IndexPart } from './index-part.ts';
import { withoutCommon } from './ranked-search.ts';
import { SearchError } from './search-error.ts';
import { filesOfState, filterRows, keyOfRow, type FilterName } from './search-filters.ts';

/** A part of the index that is asked with operators, filters or an order. */
export type JoinedPart = {
  /** Answers a query by several searches and the facts, joined: in the order of the state, or by relevance. */
  search: (query: Query, plan: SearchPlan, state: SearchState, today: number) => Promise<FoundResult[]>;
  /** Those of the results that meet the filters of the state. */
  narrow: (results: readonly FoundResult[], state: SearchState) => Promise<readonly FoundResult[]>;
  /** The results in the order of the state. */
  inOrder: (results: readonly FoundResult[], state: SearchState) => Promise<readonly FoundResult[]>;
  /** How many of these rows of the part have each value of the filters that are named. */
  count: (rows: readonly number[], counted: readonly FilterName[]) => Promise<FilterCounts>;
};

/**
 * @param name what the part is called in the index
 * @param common words that the index does not have
 */
export function openJoinedPart(
  name: string,
  part: IndexPart,
  facts: FactsFiles,
  common: ReadonlySet<string>,
): JoinedPart {
  let block: Promise<{ first: number; threads: number }> | undefined;

  /** Where the part's rows are in the facts. */
  const ownRows = () => {
    block ??= Promise.all([facts.blocks(), part.order()]).then(([blocks, { threads, check }]) => {
      const own = blocks.find((one) => one.name === name);
      if (own?.threads !== threads || own.check !== check)
        throw new SearchError('missing', `The facts are not those of the index ${name}.`);
      return own;
    });
    block.catch(() => (block = undefined));
    return block;
  };

  /** Tells whether a post has what a search looks for; not for titles, which threads have. */
  const finderIn = async ({ words, where }: WordSearch) =>
    where === 'title' ? undefined : stretchFinder(await part.places(withoutCommon(words, common)));

  return {
    async search(query, plan, state, today) {
      const files = new Set<FactsName>([...factsNeeded(query), ...filesOfState(state)]);
      const needsRows = files.size > 0 || plan.required === undefined;
      const ofPosts = query.some(isKindOfPost);
      const [table, { first, threads }, answers, finders] = await Promise.all([
        facts.table(files),
        needsRows ? ownRows() : { first: 0, threads: 0 },
        Promise.all(plan.searches.map(({ words }) => part.find(withoutCommon(words, common)))),
        Promise.all(plan.searches.map((search) => (ofPosts || search.where === 'code' ? finderIn(search) : undefined))),
      ]);
      const candidates: readonly FoundThread[] =
        (plan.required === undefined ? undefined : answers[plan.required]) ?? everything(threads);
      const found = answers.map((results, index) => byRow(results, plan.searches[index]?.where));
      const hasText: HasText = (term, row, post) => {
        const search = plan.searchOf.get(term);
        if (search === undefined || found[search]?.has(row - first) !== true) return false;
        const isIn = finders[search];
        if (isIn && term.field === 'code')
          return codeOf(table, row, post).some((block) => isIn(row - first, { ...block, hasMetadata: false }));
        if (post === undefined || !isIn) return true;
        // The title and the tags are the question's.
        const isQuestion = post === table.postsOf(row)[0];
        return isIn(row - first, { ...table.textOf(row, post), hasMetadata: isQuestion && term.field === 'any' });
      };
      const { matches, postsThatMatch } = compileQuery(query, table, today, hasText);
      const wanted = [...plan.searchOf].flatMap(([term, search]) => (plan.searches[search]?.isWanted ? [term] : []));
      const isForCode = wanted.length > 0 && wanted.every(({ field }) => field === 'code');
      const postsWithCode = (row: number) =>
        postsOf(table, row).filter((position) =>
          wanted.some((term) => hasText(term, row, table.postsOf(row)[0] + position)),
        );
      const passes = filterRows(state, table);
      const key = keyOfRow(state.sort, table);
      const results: FoundResult[] = [];
      for (const candidate of candidates) {
        const row = first + candidate.row;
        if (!passes(row)) continue;
        const posts = postsThatMatch?.(row);
        if (posts ? posts.length === 0 : !matches(row)) continue;
        const result = joined(candidate, found, plan);
        const shown = posts ?? (isForCode ? postsWithCode(row) : undefined);
        results.push({
          ...result,
          score: key?.(row) ?? result.score,
          ...(shown ? { posts: shown } : {}),
          ...(isForCode ? { within: () => codeOf(table, row, undefined) } : {}),
        });
      }
      return results.sort((a, b) => b.score - a.score);
    },
    async narrow(results, state) {
      const files = filesOfState({ ...state, sort: 'relevance' });
      if (files.length === 0) return results;
      const [table, { first }] = await Promise.all([facts.table(files), ownRows()]);
      const passes = filterRows(state, table);
      return results.filter(({ row }) => passes(first + row));
    },
    async inOrder(results, state) {
      const [table, { first }] = await Promise.all([facts.table(filesOfState(state)), ownRows()]);
      const key = keyOfRow(state.sort, table);
      if (!key) return results;
      return results.map((result) => ({ ...result, score: key(first + result.row) })).sort((a, b) => b.score - a.score);
    },
    async count(rows, counted) {
      const table = await facts.table(countedFiles(counted));
      const { first } = await ownRows();
      return countRows(
        table,
        rows.map((row) => first + row),
        counted,
      );
    },
  };
}

/** The positions of a thread's posts: 0 is its question. */
function postsOf(table: FactsTable, row: number): number[] {
  const [first, end] = table.postsOf(row);
  return Array.from({ length: end - first }, (_, position) => position);
}

/** The blocks of code of a post, or of all posts of a thread. */
function codeOf(table: FactsTable, row: number, post: number | undefined): TextStretch[] {
  if (post !== undefined) return table.codeOf(row, post);
  return postsOf(table, row).flatMap((position) => table.codeOf(row, table.postsOf(row)[0] + position));
}

function countedFiles(counted: readonly FilterName[]): FactsName[] {
  return [
    'common',
    ...(counted.includes('tag') ? (['tags'] as const) : []),
    ...(counted.includes('author') ? (['authors'] as const) : []),
  ];
}

/** Every thread of a part: for queries that look for no word. */
function everything(threads: number): FoundThread[] {
  return Array.from({ length: threads }, (_, row) => ({
    row,
    score: 0,
    by: [],
    isInText: false,
    isInTitle: false,
  }));
}

function byRow(results: readonly FoundThread[], where: WhereInThread = 'anywhere'): Map<number, FoundThread> {
  return new Map(
    results
      .filter(({ isInText, isInTitle }) => where === 'anywhere' || (where === 'title' ? isInTitle : isInText))
      .map((result) => [result.row, result]),
  );
}

/** A thread as the searches found it that were for it: their scores add up, and each shows where. */
function joined(result: FoundThread, found: readonly Map<number, FoundThread>[], plan: SearchPlan): FoundThread {
  const wanted = found.flatMap((results, index) => {
    const { isWanted, where } = plan.searches[index] ?? {};
    const one = results.get(result.row);
    return isWanted && one ? [{ one, isForText: where !== 'title' && one.isInText }] : [];
  });
  const score = wanted.reduce((sum, { one }) => sum + one.score, 0);
  const inText = wanted.flatMap(({ one, isForText }) => (isForText ? [one] : []));
  const first = inText[0] ?? wanted[0]?.one ?? result;
  return { ...first, score, by: inText.length > 0 ? inText.flatMap(({ by }) => by) : first.by };
}
