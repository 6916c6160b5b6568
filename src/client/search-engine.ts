import { indexLanguage, indexPart, vocabularyFile } from '../core/index-name.ts';
import { unknownNames } from '../core/facts/unknown.ts';
import { factsNeeded } from '../core/facts/needed.ts';
import type { Hint } from '../core/query/hint.ts';
import { parseQuery } from '../core/query/parse.ts';
import { planSearch, type SearchPlan } from '../core/query/plan.ts';
import { printQuery } from '../core/query/print.ts';
import type { Query } from '../core/query/query.ts';
import { shortened, type SearchState } from '../core/search-state.ts';
import { openFacts } from './facts.ts';
import { openJoinedPart, type JoinedPart } from './joined-search.ts';
import { countFacets, type Facets, type LanguageCounts } from './search-facets.ts';
import { pagefindOptions, type FilterName } from './search-filters.ts';
import { openPagefindWorker, type PagefindAnswer, type PagefindWorker } from './pagefind-worker.ts';
import { enough, findMost, findTogether, mend, unquoted, withoutCommon, type AskedPart } from './ranked-search.ts';
import { failureOf, SearchError } from './search-error.ts';
import { mergeHits, type ResultList } from './merge-hits.ts';
import type { ThreadHit } from './thread-hit.ts';
import { loadVocabulary } from './vocabulary.ts';

export type SearchOutcome = {
  /** How many threads were found. */
  total: number;
  /** The query that was searched for, if a word of the one asked for was mended: no thread has it. */
  mended?: string;
  /** Where nothing was found: words like those asked for that find something. */
  offer?: string;
  /** Where nothing was found: the same without one of its conditions, nearest first, with how much that finds. */
  nearest?: { query: string; total: number }[];
  /** What was counted on the way. */
  counts: LanguageCounts[];
  /** What the archive does not have of what the query names. */
  hints: Hint[];
  /** The next hits, in order; fewer than asked for at the end. */
  next: (count: number) => Promise<ThreadHit[]>;
  /** Lets go of what the search holds in memory. */
  release: () => void;
};

export type SearchEngine = {
  /**
   * @param counted filters to count on the way, once they are loaded
   * @param onFirst is told what the first part of a large index found, while the others are still asked
   */
  search: (
    state: SearchState,
    counted?: readonly FilterName[],
    onFirst?: (outcome: SearchOutcome) => void,
  ) => Promise<SearchOutcome>;
  /** How many threads each further choice would leave, by the filters that are named; each is loaded when it is named first. `known` are the counts of this search, if there are any. */
  facets: (state: SearchState, counted: readonly FilterName[], known?: LanguageCounts[]) => Promise<Facets>;
  close: () => void;
};

/** What one part of the index found, and the ids of the results that are held for it. */
type Found = ResultList & LanguageCounts & { worker: PagefindWorker; held: string[]; name: string; part: AskedPart };

/** Conditions of a query of which each is left out in turn, if all together find nothing. */
const mostConditions = 6;

/** A search with its query read. */
type Asked = { state: SearchState; query: Query; plan: SearchPlan };

const opened = new Map<string, Promise<SearchEngine>>();

/**
 * Opens the index of a site once, however many ask for it; after a failure the next one tries again.
 * @param base path of the site, with a slash at both ends
 * @throws SearchError
 */
export function openSearch(base: string): Promise<SearchEngine> {
  let engine = opened.get(base);
  if (!engine) {
    engine = open(base);
    opened.set(base, engine);
    engine.catch(() => opened.delete(base));
  }
  return engine;
}

/**
 * Uses an index. If a file of it is gone, as after a new version of the site was published, it is opened once more as it is now.
 * @throws SearchError
 */
export async function withSearch<T>(base: string, use: (engine: SearchEngine) => Promise<T>): Promise<T> {
  try {
    return await use(await openSearch(base));
  } catch (error) {
    if (failureOf(error) !== 'missing') throw error;
    forgetSearch(base);
    return use(await openSearch(base));
  }
}

/** Forgets an index, so that the next search begins anew: files that did not come once are not asked for again otherwise. */
export function forgetSearch(base: string): void {
  opened.get(base)?.then(
    (engine) => {
      engine.close();
    },
    () => undefined,
  );
  opened.delete(base);
}

async function open(base: string): Promise<SearchEngine> {
  if (!canRun()) throw new SearchError('unsupported', 'There is no WebAssembly, or there are no workers.');
  const folder = `${base}pagefind/`;
  const stamp = String(Date.now());
  const { names, common } = await readEntry(`${folder}pagefind-entry.json?ts=${stamp}`);
  const workers = new Map<string, PagefindWorker>();
  const workerFor = (name: string): PagefindWorker => {
    const worker = workers.get(name) ?? openPagefindWorker(folder, base, name, stamp);
    workers.set(name, worker);
    return worker;
  };
  const facts = openFacts(base, stamp);
  const vocabulary = loadVocabulary(folder + vocabularyFile);
  const joinedParts = new Map<string, JoinedPart>();
  const joinedFor = (name: string): JoinedPart => {
    const part = joinedParts.get(name) ?? openJoinedPart(name, workerFor(name), facts, common);
    joinedParts.set(name, part);
    return part;
  };
  const withCounts = async (found: Found, counted: readonly FilterName[]): Promise<Found> => {
    if (counted.length === 0) return found;
    const ids = found.results.map(({ id }) => id);
    return { ...found, filters: await joinedFor(found.name).count(ids, counted) };
  };
  const ask = async (name: string, { state, query, plan }: Asked, counted: readonly FilterName[]): Promise<Found> => {
    const worker = workerFor(name);
    const held: string[] = [];
    const options = pagefindOptions(state);
    const find = async (words: string | null): Promise<PagefindAnswer> => {
      const answer = await worker.search(words, options);
      held.push(...answer.results.map(({ data }) => data));
      return answer;
    };
    const part: AskedPart = { find, count: worker.count };
    const found = { name, language: indexLanguage(name), fragment: worker.fragment, worker, held, part };
    if (plan.direct === undefined) {
      const answer = await joinedFor(name).search(query, plan, options, today());
      return withCounts({ ...found, ...answer, filters: {}, total: answer.results.length }, counted);
    }
    const words = plan.direct;
    const isRanked = words !== null && state.sort === 'relevance';
    const { results } = await (isRanked ? findTogether(part, withoutCommon(words, common)) : find(words));
    return withCounts({ ...found, results, filters: {}, total: results.length }, counted);
  };
  const outcomeOf = (lists: readonly Found[], { state, plan }: Asked, hints: Hint[] = []): SearchOutcome => ({
    counts: [...lists],
    hints,
    total: totalOf(lists),
    next: mergeHits(lists, { ...state, query: plan.marked }, base),
    release: () => {
      // Later, so that it does not stand in the way of the next search.
      setTimeout(() => {
        for (const { worker, held } of lists) worker.release(held);
      }, 2000);
    },
  });
  /** Asks all parts. What the first need is loaded before the others begin. */
  const askAll = async (
    asked: Asked,
    counted: readonly FilterName[],
    onFirst?: (lists: Found[]) => void,
  ): Promise<Found[]> => {
    const { lang } = asked.state;
    const chosen = names.filter((name) => lang === undefined || indexLanguage(name) === lang);
    const first = Promise.all(chosen.filter((name) => indexPart(name) === 0).map((name) => ask(name, asked, counted)));
    const others = chosen.filter((name) => indexPart(name) > 0);
    if (others.length === 0) return first;
    const areOpen = others.every((name) => workers.has(name));
    if (!areOpen) await first;
    const rest = Promise.all(others.map((name) => ask(name, asked, counted)));
    // Its failure is heard below.
    rest.catch(() => undefined);
    onFirst?.(await first);
    return [...(await first), ...(await rest)];
  };

  const withoutOne = async ({ state, query }: Asked) => {
    if (query.length < 2 || query.length > mostConditions) return [];
    const shorter = query.map((_, left) => printQuery(query.filter((_, index) => index !== left)));
    const offers = await Promise.all(
      shorter.map(async (query) => {
        const lists = await askAll(askedFor({ ...state, query }), []);
        for (const { worker, held } of lists) worker.release(held);
        return { query, total: totalOf(lists) };
      }),
    );
    return offers.filter(({ total }) => total > 0).sort((a, b) => a.total - b.total);
  };

  return {
    search: async (state, counted = [], onFirst) => {
      const asked = askedFor(state);
      const lists = await askAll(asked, counted, (first) => onFirst?.(outcomeOf(first, asked)));
      const needed = factsNeeded(asked.query);
      const hints = needed.size > 0 ? unknownNames(shortened(state.query), asked.query, await facts.table(needed)) : [];
      const words = asked.state.sort === 'relevance' ? (asked.plan.direct ?? undefined) : undefined;
      if (words === undefined) {
        const nearest = totalOf(lists) === 0 ? await withoutOne(asked) : [];
        return { ...outcomeOf(lists, asked, hints), nearest };
      }
      const mended = await mend(partsOf(lists), words, totalOf(lists), vocabulary, common);
      const meant = mended === undefined ? asked : askedFor({ ...state, query: mended });
      const all = mended === undefined ? lists : await askAll(meant, counted);
      const complete =
        totalOf(all) < enough
          ? await Promise.all(
              (await withMost(all, withoutCommon(mended ?? words, common))).map((list) => withCounts(list, counted)),
            )
          : all;
      const offer = totalOf(complete) === 0 ? await unquoted(partsOf(complete), words) : undefined;
      return {
        ...outcomeOf(complete, meant, hints),
        ...(mended === undefined ? {} : { mended }),
        ...(offer === undefined ? {} : { offer }),
      };
    },
    facets: async (state, counted, known) =>
      countFacets(state, known, async (changed) => {
        const lists = await askAll(askedFor(changed), counted);
        for (const { worker, held } of lists) worker.release(held);
        return lists;
      }),
    close: () => {
      for (const worker of workers.values()) worker.close();
    },
  };
}

async function withMost(lists: readonly Found[], query: string): Promise<Found[]> {
  const answers = await findMost(partsOf(lists), lists, query);
  return lists.map((list, index) => {
    const results = answers[index]?.results ?? list.results;
    return { ...list, results, total: results.length };
  });
}

function partsOf(lists: readonly Found[]): AskedPart[] {
  return lists.map(({ part }) => part);
}

function totalOf(lists: readonly Found[]): number {
  return lists.reduce((sum, { total }) => sum + total, 0);
}

/** Without words there is no relevance: then those with most votes are first. */
function askedFor(state: SearchState): Asked {
  const { query } = parseQuery(shortened(state.query));
  const plan = planSearch(query);
  const sort = state.sort === 'relevance' && plan.marked === '' ? 'votes' : state.sort;
  return { state: { ...state, sort }, query, plan };
}

/** Days since 1970-01-01, where the reader is. */
function today(): number {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);
}

/** Whether a policy or a setting keeps WebAssembly from running is known only by trying. */
function canRun(): boolean {
  if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined') return false;
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** The names of the parts, those with most votes first, of each the language with most threads first; and the words that find nothing. */
async function readEntry(url: string): Promise<{ names: string[]; common: ReadonlySet<string> }> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new SearchError('offline', String(error));
  }
  if (!response.ok) throw new SearchError('missing', `${url}: ${response.status}`);
  try {
    const { languages, common = [] } = (await response.json()) as {
      languages: Record<string, { page_count: number }>;
      common?: string[];
    };
    const names = Object.entries(languages)
      .sort(([a, x], [b, y]) => indexPart(a) - indexPart(b) || y.page_count - x.page_count)
      .map(([name]) => name);
    return { names, common: new Set(common) };
  } catch (error) {
    throw new SearchError('missing', String(error));
  }
}
