import { shortened, type SearchState } from '../core/search-state.ts';
import { countFacets, type Facets, type LanguageCounts } from './search-facets.ts';
import { pagefindOptions, type FilterName } from './search-filters.ts';
import { openPagefindWorker, type PagefindWorker } from './pagefind-worker.ts';
import { SearchError } from './search-error.ts';
import { mergeHits, type ResultList } from './merge-hits.ts';
import type { ThreadHit } from './thread-hit.ts';

export type SearchOutcome = {
  /** How many threads were found. */
  total: number;
  /** What was counted on the way. */
  counts: LanguageCounts[];
  /** The next hits, in order; fewer than asked for at the end. */
  next: (count: number) => Promise<ThreadHit[]>;
  /** Lets go of what the search holds in memory. */
  release: () => void;
};

export type SearchEngine = {
  languages: string[];
  /** @param counted filters to count on the way, once they are loaded */
  search: (state: SearchState, counted?: readonly FilterName[]) => Promise<SearchOutcome>;
  /** How many threads each further choice would leave, by the filters that are named; each is loaded when it is named first. `known` are the counts of this search, if there are any. */
  facets: (state: SearchState, counted: readonly FilterName[], known?: LanguageCounts[]) => Promise<Facets>;
  close: () => void;
};

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
  const languages = await readLanguages(`${folder}pagefind-entry.json?ts=${stamp}`);
  const workers = new Map<string, PagefindWorker>();
  const workerFor = (language: string): PagefindWorker => {
    const worker = workers.get(language) ?? openPagefindWorker(folder, base, language, stamp);
    workers.set(language, worker);
    return worker;
  };
  const workersFor = (lang: string | undefined) =>
    languages
      .filter((language) => lang === undefined || language === lang)
      .map((language) => ({ language, worker: workerFor(language) }));

  return {
    languages,
    search: async (state, counted = []) => {
      const lists = await Promise.all(
        workersFor(state.lang).map(async ({ language, worker }): Promise<ResultList & LanguageCounts> => {
          const { results, filters } = await worker.search(wordsOf(state), pagefindOptions(state, counted));
          return { language, results, fragment: worker.fragment, filters, total: results.length };
        }),
      );
      return {
        counts: lists,
        total: lists.reduce((sum, { results }) => sum + results.length, 0),
        next: mergeHits(lists, state, base),
        release: () => {
          // Later, so that it does not stand in the way of the next search.
          setTimeout(() => {
            for (const { language, results } of lists) workers.get(language)?.release(results.map(({ data }) => data));
          }, 2000);
        },
      };
    },
    facets: async (state, counted, known) => {
      const all = workersFor(undefined);
      return countFacets(state, known, (changed) =>
        Promise.all(
          all.map(async ({ language, worker }) => {
            const { results, filters } = await worker.search(wordsOf(changed), pagefindOptions(changed, counted));
            worker.release(results.map(({ data }) => data));
            return { language, total: results.length, filters };
          }),
        ),
      );
    },
    close: () => {
      for (const worker of workers.values()) worker.close();
    },
  };
}

/** The words to search for; nothing, if the filters alone choose. Typographic quotation marks around it all mean a phrase too. */
function wordsOf({ query }: SearchState): string | null {
  return shortened(query).replace(/^[“„«](.+)[”“»]$/, '"$1"') || null;
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

/** The languages of the index, the one with most threads first. */
async function readLanguages(url: string): Promise<string[]> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new SearchError('offline', String(error));
  }
  if (!response.ok) throw new SearchError('missing', `${url}: ${response.status}`);
  try {
    const { languages } = (await response.json()) as { languages: Record<string, { page_count: number }> };
    return Object.entries(languages)
      .sort(([, a], [, b]) => b.page_count - a.page_count)
      .map(([language]) => language);
  } catch (error) {
    throw new SearchError('missing', String(error));
  }
}
