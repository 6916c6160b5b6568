import type { FoundColumns, HostAnswer, PagefindFragment } from './pagefind-messages.ts';
import { SearchError } from './search-error.ts';

/** A thread that was found. */
export type FoundThread = {
  /** In the part's own order. */
  row: number;
  score: number;
  /** By this, its fragment is had with the words marked; nothing if no words were searched for. */
  data?: string;
  isInText: boolean;
  isInTitle: boolean;
};

export type PagefindWorker = ReturnType<typeof openPagefindWorker>;

/** Searches whose results are held in the worker: those of the last queries, which may still be shown or asked again. */
const mostHeld = 40;

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
  const held = new Map<string, { id: string; found: Promise<FoundThread[]> }>();
  const counts = new Map<string, Promise<number>>();
  let count = 0;
  /** Why the worker answers no more: something did not come, and Pagefind would wait for it, or go on without. */
  let dead: string | undefined;

  const failure = (message: string) => new SearchError(navigator.onLine ? 'missing' : 'offline', message);
  const end = (reason: string) => {
    dead = reason;
    for (const { reject } of waiting.values()) reject(failure(reason));
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<HostAnswer>) => {
    if ('failed' in data) {
      end(data.failed);
      return;
    }
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) call?.resolve(data.result);
    else call?.reject(failure(data.error));
  });
  worker.addEventListener('error', (event) => {
    end(event.message || 'The worker did not come.');
  });

  const send = (id: string, method: string, args: unknown[]) => {
    worker.postMessage({ id, instanceId: 'archive', method, args });
  };
  const call = <T>(method: string, ...args: unknown[]): { id: string; answer: Promise<T> } => {
    const id = String(count++);
    const answer = new Promise<unknown>((resolve, reject) => {
      if (dead !== undefined) {
        reject(failure(dead));
        return;
      }
      waiting.set(id, { resolve, reject });
      send(id, method, args);
    }) as Promise<T>;
    return { id, answer };
  };

  const ready = call<true>('init', {
    basePath: folder,
    baseUrl: base,
    language: name,
    metaCacheTag: stamp,
    primary: true,
  }).answer;
  // Its failure is told to whoever searches.
  ready.catch(() => undefined);

  const search = (query: string) => {
    const { id, answer } = call<FoundColumns>('search', query, {});
    const found = answer.then(({ rows, scores, places }) =>
      Array.from(rows, (row, index): FoundThread => {
        const place = places[index] ?? 0;
        return {
          row,
          score: scores[index] ?? 0,
          data: `data_${id}_${index}`,
          isInText: (place & 1) !== 0,
          isInTitle: (place & 2) !== 0,
        };
      }),
    );
    return { id, found };
  };

  return {
    /** Finds the threads that have all the words, or, in quotation marks, have them in a row; best first. */
    search: (query: string): Promise<FoundThread[]> => {
      const known = held.get(query) ?? search(query);
      // The last asked stands last.
      held.delete(query);
      held.set(query, known);
      known.found.catch(() => held.delete(query));
      for (const [oldest, { id, found }] of held) {
        if (held.size <= mostHeld) break;
        held.delete(oldest);
        found.then(
          ({ length }) => {
            send('', 'release', [id, length]);
          },
          () => undefined,
        );
      }
      return known.found;
    },
    /** How many threads have the words; far less work than to find them. A filter that there is not keeps all from being found. */
    count: (query: string): Promise<number> => {
      const known =
        counts.get(query) ??
        call<FoundColumns>('search', query, { filters: { '\0': '' } }).answer.then(({ all }) => all);
      counts.set(query, known);
      known.catch(() => counts.delete(query));
      return known;
    },
    /** In which order the part has its threads, as a number. */
    order: async (): Promise<{ threads: number; check: number }> => {
      await call('search', null, { filters: { '\0': '' } }).answer;
      return call<{ threads: number; check: number }>('order').answer;
    },
    fragment: async ({ data, row }: Pick<FoundThread, 'data' | 'row'>): Promise<PagefindFragment> => {
      const found = data === undefined ? null : await call<PagefindFragment | null>('getData', data).answer;
      // What was let go of is shown without marks.
      if (found) return found;
      const plain = await call<PagefindFragment>('open', row).answer;
      return { ...plain, url: base + plain.url.replace(/^\//, '') };
    },
    close: () => {
      worker.terminate();
    },
  };
}
