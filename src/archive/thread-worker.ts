import { parentPort, workerData } from 'node:worker_threads';
import { createUrls } from '../core/urls.ts';
import { existence } from './list-content.ts';
import type { ThreadContext } from './thread-context.ts';
import { threadLoader } from './thread-loader.ts';

/** What the loader asks of a worker: some threads, and the place of the first among all. */
export type WorkerRequest = { first: number; names: string[] };

/** What a worker is given for its whole life. */
export type WorkerData = Omit<ThreadContext, 'urls' | 'exists'> & { keptIn: string | undefined };

const { keptIn, ...given } = workerData as WorkerData;
const context: ThreadContext = {
  ...given,
  urls: createUrls(given.config.url, given.config.base),
  exists: existence(given.contentDir),
};

const loader = threadLoader(context, keptIn);

parentPort?.on('message', ({ first, names }: WorkerRequest) => {
  parentPort?.postMessage({ first, threads: names.map(loader.load) });
  loader.flush();
});
