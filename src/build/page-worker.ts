import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { ArchiveStore } from '../archive/store.ts';
import { fileFor } from './addresses.ts';
import { digestOf, readTraces, type PageTrace } from './page-traces.ts';

/** Addresses to render, as paths that begin with the base. */
export type PageBatch = string[];
export type PageBatchDone =
  /** How many files there are now, and the traces of those that were rendered. */
  { written: number; rendered: [address: string, trace: PageTrace][] } | { failed: string; why: string };

/** What a worker is given for its whole life. */
export type PageWorkerData = {
  entry: string;
  outDir: string;
  base: string;
  /** The last finished site and its traces, so that its pages are used again. */
  last: { site: string; traces: string } | undefined;
};

type PageApp = { app: { render(request: Request): Promise<Response> }; archive(): ArchiveStore };

const { entry, outDir, base, last } = workerData as PageWorkerData;
const { app, archive } = (await import(pathToFileURL(entry).href)) as PageApp;
const traces = last && readTraces(last.traces);
const made = new Set<string>();

parentPort?.on('message', async (batch: PageBatch) => {
  const rendered: [string, PageTrace][] = [];
  let at = '';
  try {
    for (at of batch) {
      const path = fileFor(at, base);
      const file = join(outDir, path);
      const folder = dirname(file);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      if (!useAgain(at, path, file)) rendered.push([at, await render(at, file)]);
    }
    post({ written: batch.length, rendered });
  } catch (error) {
    post({ failed: at, why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

async function render(address: string, file: string): Promise<PageTrace> {
  const store = archive();
  store.startRecording();
  const response = await app.render(new Request(new URL(address, 'http://localhost')));
  const text = await response.text();
  const { reads, answers } = store.stopRecording();
  const wanted = address.endsWith('/404.html') ? 404 : 200;
  if (response.status !== wanted && response.status !== 200) throw new Error(`it answers ${response.status}`);
  if (text === '') throw new Error('it is empty');
  const bytes = Buffer.from(text);
  writeFileSync(file, bytes, { flag: 'wx' });
  return { reads, answers, file: digestOf(bytes) };
}

/** Takes a page over from the last site, if it would be the same and its file is what was written. */
function useAgain(address: string, path: string, file: string): boolean {
  const trace = traces?.get(address);
  if (!last || !trace || archive().answersTo(trace.reads) !== trace.answers) return false;
  try {
    linkSync(join(last.site, path), file);
  } catch {
    // The page is gone, or the file system has no hard links.
    return false;
  }
  if (lstatSync(file).isFile() && digestOf(readFileSync(file)) === trace.file) return true;
  rmSync(file);
  return false;
}

function post(result: PageBatchDone): void {
  parentPort?.postMessage(result);
}
