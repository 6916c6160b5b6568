import { foundThreads, type FoundThread } from '../core/text-index/found-threads.ts';
import type { HitOptions, ThreadHit } from '../core/thread-hit.ts';
import { inTime } from './in-time.ts';
import type { IndexMethod, IndexReply, IndexRequests } from './index-messages.ts';
import { SearchError, type SearchFailure } from './search-error.ts';

export type IndexPart = ReturnType<typeof openIndexPart>;

/** Answers that are kept: those to the last queries, which may be asked again. */
const mostKept = 40;

/**
 * One part of the index, searched in a worker.
 * @param folder address of the index, with a slash at the end
 */
export function openIndexPart(folder: string, part: { hash: string; language: string; characters: readonly string[] }) {
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let count = 0;
  /** Why the worker answers no more. */
  let dead: SearchError | undefined;

  const failure = (message: string, why: SearchFailure = 'missing') => new SearchError(why, message);
  worker.addEventListener('message', ({ data }: MessageEvent<IndexReply>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) call?.reject(failure(data.error, data.why));
    else call?.resolve(data.answer);
  });
  const die = (why: SearchError) => {
    dead = why;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
    worker.terminate();
  };
  worker.addEventListener('error', (event) => {
    die(failure(event.message || 'The worker did not come.'));
  });

  const call = <Method extends IndexMethod>(
    method: Method,
    asked: IndexRequests[Method]['asked'],
  ): Promise<IndexRequests[Method]['answer']> =>
    new Promise<unknown>((resolve, reject) => {
      if (dead !== undefined) {
        reject(dead);
        return;
      }
      const id = count++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, asked });
    }) as Promise<IndexRequests[Method]['answer']>;

  // It has nothing to load, so that a worker which does not answer has not come. That is told to whoever searches.
  inTime(call('open', { folder, ...part }), 'The worker').catch((error: unknown) => {
    if (error instanceof SearchError && error.failure === 'late') die(error);
  });
  const searches = keptAnswers(async (words: string): Promise<FoundThread[]> =>
    foundThreads(await call('search', { words }), words),
  );
  const counts = keptAnswers((words: string) => call('count', { words }));

  return {
    /** Loads what every search needs. */
    warm: (): void => {
      // Its failure is told to whoever searches.
      call('order', {}).catch(() => undefined);
    },
    /** Finds the threads that have all the words, or, in quotation marks, have them in a row; best first. */
    find: searches,
    /** How many threads that finds. */
    count: counts,
    /** Where the threads that it finds have the words, or, in quotation marks, the phrase. */
    places: (words: string) => call('places', { words }),
    /** In which order the part has its threads, as a number. */
    order: () => call('order', {}),
    hit: ({ row, by }: Pick<FoundThread, 'row' | 'by'>, options: HitOptions): Promise<ThreadHit | undefined> =>
      call('hit', { row, by, ...options }),
    close: (): void => {
      worker.terminate();
    },
  };
}

/** Keeps the last answers of a function that answers the same to the same; not its failures. */
function keptAnswers<T>(ask: (question: string) => Promise<T>): (question: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (question) => {
    const answer = kept.get(question) ?? ask(question);
    // The last asked stands last.
    kept.delete(question);
    kept.set(question, answer);
    answer.catch(() => kept.delete(question));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
