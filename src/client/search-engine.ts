import { factsNeeded } from '../core/facts/needed.ts';
import { unknownNames } from '../core/facts/unknown.ts';
import type { Hint } from '../core/query/hint.ts';
import { parseQuery } from '../core/query/parse.ts';
import { planSearch } from '../core/query/plan.ts';
import { printQuery } from '../core/query/print.ts';
import { emptySearch, hasFilters, shortened, type SearchState } from '../core/search-state.ts';
import { together } from '../core/text-index/found-threads.ts';
import type { ThreadHit } from '../core/thread-hit.ts';
import type { FactsFiles } from './facts.ts';
import type { Asked, Found, IndexParts, OnFirst } from './index-parts.ts';
import { mergeHits } from './merge-hits.ts';
import type { IndexEntry } from './open-index.ts';
import { likelier, mend, mendTerms, rarely } from './mend-words.ts';
import { enough, findMost, unquoted, withoutCommon } from './ranked-search.ts';
import { countFacets, type Facets, type LanguageCounts } from './search-facets.ts';
import type { FilterName } from './search-filters.ts';
import type { Vocabulary } from './vocabulary.ts';

export type SearchOutcome = {
  /** How many threads were found. */
  total: number;
  /** The query that was searched for, if a word of the one asked for was mended: no thread has it, or nothing is found with it. */
  mended?: string;
  /** Of the threads found, how many have only some of the words; they are the last, but in another order than by relevance. */
  some: number;
  /** Where nothing or nearly nothing was found: words like those asked for that find something, or more. */
  offer?: string;
  /** Where nothing was found: the same without one of its conditions, nearest first, with how much that finds. */
  nearest?: { query: string; total: number }[];
  /** What the archive does not have of what the query names. */
  hints: Hint[];
  /** The next hits, in order; fewer than asked for at the end. */
  next: (count: number) => Promise<ThreadHit[]>;
  /**
   * How many threads each further choice would leave.
   * @param wanted are counted even if much is to be loaded for it
   */
  facets: (wanted: ReadonlySet<FilterName>) => Promise<Facets>;
};

export type SearchEngine = {
  /** Loads what every search needs. */
  warm: () => void;
  /** If the others are not to be asked after the first, what comes out is what that found. */
  search: (state: SearchState, onFirst?: OnFirst<SearchOutcome>) => Promise<SearchOutcome>;
  close: () => void;
};

/** What all parts found, and what was done to the query. */
type Answer = { lists: Found[]; some: number; mended?: string; offer?: string };

const allFilters: readonly FilterName[] = ['tag', 'state', 'year', 'author'];
/** Bytes that are loaded to count what nobody asked for yet. */
const mostUnasked = 100_000;

/** Among so many threads, a word that is in one or two may be a mistake. */
const many = 200;

/** Conditions of a query of which each is left out in turn, if all together find nothing. */
const mostConditions = 6;

/** What an engine searches. */
export type SearchEngineOptions = {
  entry: Pick<IndexEntry, 'common' | 'threads'>;
  parts: IndexParts;
  facts: FactsFiles;
  vocabulary: () => Promise<Vocabulary>;
  /** Path of the site, with a slash at both ends. */
  base: string;
};

/** Answers searches, wherever the files of the index come from. */
export function createSearchEngine({ entry, parts, facts, vocabulary, base }: SearchEngineOptions): SearchEngine {
  const { common } = entry;
  const mending = (lists: readonly Found[]) => ({ parts: partsOf(lists), vocabulary, common });

  /** By words alone: what has them all, then what has most of them, with words that no thread has mended. */
  const byWords = async (asked: Asked, words: string, onFirst?: OnFirst<Found[]>): Promise<Answer> => {
    const narrowed = (lists: readonly Found[]) => Promise.all(lists.map((list) => narrow(list, asked.state)));
    const lists = await parts.ask(asked, onFirst && (async (first, wait) => onFirst(await narrowed(first), wait)));
    const mended = await mend(mending(lists), words, totalOf(lists));
    const all = mended === undefined ? lists : await parts.ask({ ...asked, words: mended });
    const complete = totalOf(all) < enough ? await withMost(all, withoutCommon(mended ?? words, common)) : all;
    const offer =
      totalOf(complete) === 0
        ? await unquoted(partsOf(complete), words)
        : mended === undefined && totalOf(all) <= rarely && entry.threads >= many
          ? await likelier(mending(complete), words)
          : undefined;
    const meant = await narrowed(complete);
    return {
      lists: meant,
      some: meant.flatMap(({ results }) => results).filter(({ score }) => score < together).length,
      ...(mended === undefined ? {} : { mended }),
      ...(offer === undefined ? {} : { offer }),
    };
  };
  /** By operators, filters and an order: where nothing meets them, the same with mended words; or, if there are only words, as by words. */
  const joined = async (asked: Asked, onFirst?: OnFirst<Found[]>): Promise<Answer> => {
    const lists = await parts.ask(asked, onFirst);
    if (totalOf(lists) > 0) return { lists, some: 0 };
    const { direct } = asked.plan;
    if (typeof direct === 'string') {
      const answer = await byWords({ ...asked, words: direct }, direct);
      return { ...answer, lists: await Promise.all(answer.lists.map((list) => inOrder(list, asked.state))) };
    }
    for (const suspects of ['unknown', 'unlisted'] as const) {
      if (suspects === 'unlisted' && (await isForConditions(asked))) break;
      const mended = await mendTerms(mending(lists), asked.query, suspects);
      if (!mended) continue;
      const query = printQuery(mended);
      const better = await parts.ask(askedFor({ ...asked.state, query }));
      if (totalOf(better) > 0) return { lists: better, some: 0, mended: query };
    }
    return { lists, some: 0 };
  };
  /** Whether something has the words of a query that finds nothing, so that it is for its operators and filters. */
  const isForConditions = async ({ state, query }: Asked): Promise<boolean> => {
    const words = query.filter((clause) => clause.every(({ kind }) => kind === 'text'));
    if (words.length === query.length && !hasFilters(state)) return false;
    return totalOf(await parts.ask(askedFor({ ...emptySearch, query: printQuery(words) }))) > 0;
  };
  const find = async (asked: Asked, onFirst?: OnFirst<Found[]>): Promise<Answer> =>
    asked.words === undefined ? joined(asked, onFirst) : byWords(asked, asked.words, onFirst);

  const outcomeOf = ({ lists, ...more }: Answer, { state, plan }: Asked, hints: Hint[]): SearchOutcome => ({
    ...more,
    hints,
    total: totalOf(lists),
    next: mergeHits(lists, more.mended ?? plan.marked, base),
    facets: async (wanted) => {
      const uncounted = (await unasked(state)).filter((name) => !wanted.has(name));
      const counted = allFilters.filter((name) => !uncounted.includes(name));
      const meant = { ...state, query: more.mended ?? state.query };
      const facets = await countFacets(meant, await counts(lists, counted), async (changed) =>
        counts((await find(askedFor(changed))).lists, counted),
      );
      return { ...facets, uncounted };
    },
  });
  /** What is counted only if somebody wants it: there are many authors, and few ask for them; and in a large archive, tags. */
  const unasked = async ({ tags, author }: SearchState): Promise<FilterName[]> => [
    ...(author === undefined ? (['author'] as const) : []),
    ...(tags.length === 0 && (await facts.bytes('tags')) > mostUnasked ? (['tag'] as const) : []),
  ];

  const withoutOne = async ({ state, query }: Asked) => {
    if (query.length < 2 || query.length > mostConditions) return [];
    const shorter = query.map((_, left) => printQuery(query.filter((_, index) => index !== left)));
    const offers = await Promise.all(
      shorter.map(async (query) => ({ query, total: totalOf((await find(askedFor({ ...state, query }))).lists) })),
    );
    return offers.filter(({ total }) => total > 0).sort((a, b) => a.total - b.total);
  };

  return {
    warm: parts.warm,
    search: async (state, onFirst) => {
      const asked = askedFor(state);
      const answer = await find(
        asked,
        onFirst && ((lists, wait) => onFirst(outcomeOf({ lists, some: 0 }, asked, []), wait)),
      );
      const needed = factsNeeded(asked.query);
      const hints = needed.size > 0 ? unknownNames(shortened(state.query), await facts.table(needed)) : [];
      const outcome = outcomeOf(answer, asked, hints);
      if (asked.words !== undefined || outcome.total > 0) return outcome;
      return { ...outcome, nearest: await withoutOne(asked) };
    },
    close: parts.close,
  };
}

/** Without words there is no relevance: then those with most votes are first. */
function askedFor(state: SearchState): Asked {
  const { query } = parseQuery(shortened(state.query));
  const plan = planSearch(query);
  const sort = state.sort === 'relevance' && plan.marked === '' ? 'votes' : state.sort;
  const words = sort === 'relevance' ? plan.direct : undefined;
  return { state: { ...state, sort }, query, plan, ...(typeof words === 'string' ? { words } : {}) };
}

async function narrow(list: Found, state: SearchState): Promise<Found> {
  return { ...list, results: await list.joined.narrow(list.results, state) };
}

async function inOrder(list: Found, state: SearchState): Promise<Found> {
  return { ...list, results: await list.joined.inOrder(list.results, state) };
}

async function counts(lists: readonly Found[], counted: readonly FilterName[]): Promise<LanguageCounts[]> {
  return Promise.all(
    lists.map(async ({ language, joined, results }) => ({
      language,
      total: results.length,
      filters: await joined.count(
        results.map(({ row }) => row),
        counted,
      ),
    })),
  );
}

async function withMost(lists: readonly Found[], query: string): Promise<Found[]> {
  const answers = await findMost(
    partsOf(lists),
    lists.map(({ results }) => results),
    query,
  );
  return lists.map((list, index) => ({ ...list, results: answers[index] ?? list.results }));
}

function partsOf(lists: readonly Found[]) {
  return lists.map(({ part }) => part);
}

function totalOf(lists: readonly Found[]): number {
  return lists.reduce((sum, { results }) => sum + results.length, 0);
}
