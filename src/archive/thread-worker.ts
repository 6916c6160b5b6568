import { parentPort, workerData } from 'node:worker_threads';
import { createUrls } from '../core/urls.ts';
import { existence } from './list-content.ts';
import { loadThread } from './load-thread.ts';
import type { ThreadContext } from './thread-context.ts';
import { factsAndPage } from './thread-page.ts';

/** What the loader asks of a worker: some threads, and the place of the first among all. */
export type WorkerRequest = { first: number; names: string[] };

const given = workerData as Omit<ThreadContext, 'urls' | 'exists'>;
const context: ThreadContext = {
  ...given,
  urls: createUrls(given.config.url, given.config.base),
  exists: existence(given.contentDir),
};

parentPort?.on('message', ({ first, names }: WorkerRequest) => {
  parentPort?.postMessage({ first, threads: names.map((name) => factsAndPage(loadThread(name, context))) });
});
