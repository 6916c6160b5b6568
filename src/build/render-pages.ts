import { Worker } from 'node:worker_threads';
import type { PageTrace } from './page-traces.ts';
import type { PageBatch, PageBatchDone, PageWorkerData } from './page-worker.ts';

export type RenderPagesOptions = {
  /** The compiled pages: the module that exports `app`. */
  entry: string;
  storeFile: string;
  /** Folder that the pages are written into. */
  outDir: string;
  base: string;
  jobs: number;
  /** The last finished site and its traces. */
  last?: PageWorkerData['last'];
  /** Takes what each page was made from, of the pages that could not be taken over from the last site. */
  onRendered?: (address: string, trace: PageTrace) => void;
  onProgress?: (done: number) => void;
};

const batchSize = 100;

/**
 * Renders every address to its file, in parallel. Throws at the first page that fails, with its address: a site with a
 * page missing is not published.
 * @returns how many files were written
 */
export async function renderPages(addresses: Iterator<string>, options: RenderPagesOptions): Promise<number> {
  const { entry, storeFile, outDir, base, jobs, last } = options;
  const nextBatch = (): PageBatch => {
    const batch: PageBatch = [];
    while (batch.length < batchSize) {
      const next = addresses.next();
      if (next.done) break;
      batch.push(next.value);
    }
    return batch;
  };
  let written = 0;
  const work = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const hand = () => {
        const batch = nextBatch();
        if (batch.length > 0) worker.postMessage(batch);
        return batch.length > 0;
      };
      worker.on('error', reject);
      worker.on('exit', (code) => {
        reject(new Error(`A worker that renders pages ended with code ${code}.`));
      });
      worker.on('message', (result: PageBatchDone) => {
        if ('failed' in result) {
          reject(new Error(`The page ${result.failed} could not be made: ${result.why}`));
          return;
        }
        written += result.written;
        for (const [address, trace] of result.rendered) options.onRendered?.(address, trace);
        options.onProgress?.(written);
        if (!hand()) resolve();
      });
      if (!hand()) resolve();
    });
  const workers = Array.from(
    { length: jobs },
    () =>
      new Worker(new URL('./page-worker.ts', import.meta.url), {
        workerData: { entry, outDir, base, last } satisfies PageWorkerData,
        env: { ...process.env, RESPONSA_STORE: storeFile, NODE_ENV: 'production' },
      }),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    for (const worker of workers) worker.removeAllListeners('exit');
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return written;
}
