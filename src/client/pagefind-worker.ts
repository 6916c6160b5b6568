import { SearchError } from './search-error.ts';

/** How many threads have each value of each filter. */
export type FilterCounts = Record<string, Record<string, number>>;

/** What Pagefind answers: results in order, best first, each with an id by which its fragment is had. */
export type PagefindAnswer = {
  results: {
    /** The index's own name of the page. */
    id: string;
    score: number;
    /** By this, its fragment is had. */
    data: string;
    /** Positions of the words in the text; none if they are in its title or tags alone. */
    words?: number[];
    /** Where else words were found: `title`, `tags`. */
    matchedMetaFields?: string[];
  }[];
  filters: FilterCounts;
  /** How many there are without the filters. */
  unfilteredResultCount?: number;
};

/** A stretch of a page below an element that has an id and a title. */
export type PagefindStretch = {
  url: string;
  excerpt: string;
  anchor?: { id: string; title?: string };
  weighted_locations: { balanced_score: number }[];
};

/** A page of the index, as far as it is needed here. */
export type PagefindFragment = {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  /** Of the posts, in order. `location` is the position of the first word. */
  anchors: { id: string; title?: string; location: number }[];
  /** All words, parted by spaces. */
  content: string;
  sub_results: PagefindStretch[];
};

export type PagefindOptions = { filters: object; sort: Record<string, 'asc' | 'desc'> };

type Answer = { id: string; result?: unknown; error?: string };

export type PagefindWorker = ReturnType<typeof openPagefindWorker>;

/**
 * One part of an index, searched in a worker. This speaks to Pagefind's worker itself and not through its `pagefind.js`, which
 * searches only in the language of the page around it, and carries the whole search a second time (13 KB) for browsers without
 * workers. The messages are those of the version that made the index: the two are published together.
 * @param folder address of the index, with a slash at both ends
 * @param name what the part is called in the index
 * @param stamp is put behind the address of the index's first file, so that no old copy of it is used
 */
export function openPagefindWorker(folder: string, base: string, name: string, stamp: string) {
  const worker = new Worker(new URL('./pagefind-host.ts', import.meta.url), { name: folder });
  const waiting = new Map<string, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let count = 0;
  let failed: string | undefined;

  worker.addEventListener('message', ({ data }: MessageEvent<Answer | { failed: string }>) => {
    if ('failed' in data) {
      failed = data.failed;
      return;
    }
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) call?.resolve(data.result);
    else call?.reject(new SearchError(navigator.onLine ? 'missing' : 'offline', data.error));
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values())
      reject(new SearchError(navigator.onLine ? 'missing' : 'offline', event.message));
    waiting.clear();
  });

  const call = <T>(method: string, ...args: unknown[]): Promise<T> =>
    new Promise<unknown>((resolve, reject) => {
      const id = String(count++);
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, instanceId: 'archive', method, args });
    }) as Promise<T>;

  const ready = call<true>('init', {
    basePath: folder,
    baseUrl: base,
    language: name,
    metaCacheTag: stamp,
    primary: true,
  });
  // Its failure is told to whoever searches.
  ready.catch(() => undefined);

  return {
    /** @param query words, or nothing to have every thread that the filters leave */
    search: async (query: string | null, options: PagefindOptions) => {
      await ready;
      const answer = await call<PagefindAnswer>('search', query, options);
      // What the files that did come say is not the whole answer.
      if (failed !== undefined) throw new SearchError(navigator.onLine ? 'missing' : 'offline', failed);
      return answer;
    },
    /** How many threads have the words; far less work than to find them. A filter that there is not keeps all from being found. */
    count: async (query: string): Promise<number> => {
      await ready;
      return (await call<PagefindAnswer>('search', query, { filters: { '\0': '' } })).unfilteredResultCount ?? 0;
    },
    fragment: (id: string) => call<PagefindFragment>('getData', id),
    /** Lets go of results that nobody will look at. */
    release: (ids: readonly string[]) => {
      for (const id of ids) void call('releaseData', id);
    },
    close: () => {
      worker.terminate();
    },
  };
}
