import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { fileFor } from './addresses.ts';

/** Addresses to render, as paths that begin with the base. */
export type PageBatch = string[];
export type PageBatchDone = { written: number } | { failed: string; why: string };

type PageApp = { render(request: Request): Promise<Response> };

const { entry, outDir, base } = workerData as { entry: string; outDir: string; base: string };
const { app } = (await import(pathToFileURL(entry).href)) as { app: PageApp };
const made = new Set<string>();

parentPort?.on('message', async (batch: PageBatch) => {
  let at = '';
  try {
    for (at of batch) {
      const response = await app.render(new Request(new URL(at, 'http://localhost')));
      const wanted = at.endsWith('/404.html') ? 404 : 200;
      if (response.status !== wanted && response.status !== 200) throw new Error(`it answers ${response.status}`);
      const file = join(outDir, fileFor(at, base));
      const folder = dirname(file);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      const text = await response.text();
      if (text === '') throw new Error('it is empty');
      writeFileSync(file, text, { flag: 'wx' });
    }
    post({ written: batch.length });
  } catch (error) {
    post({ failed: at, why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function post(result: PageBatchDone): void {
  parentPort?.postMessage(result);
}
