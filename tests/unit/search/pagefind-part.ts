import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { unpackIndexMeta } from '../../../src/core/index-meta.ts';
import { pagefindMeta } from '../../../src/core/pagefind-meta.ts';

type Answer = { id: string; result?: unknown; error?: string };

/**
 * Opens a part of an index in Pagefind's worker, as the browser does, but in this process.
 * @param index folder of the index
 * @param name of the part
 * @returns gives the addresses of the threads that have some words, best first
 */
export async function openPart(index: string, name: string): Promise<(words: string) => Promise<string[]>> {
  const waiting = new Map<string, (answer: Answer) => void>();
  let listen: (event: { data: unknown }) => void = () => undefined;
  const self = {
    addEventListener: (_: string, listener: typeof listen) => (listen = listener),
    postMessage: (answer: Answer) => waiting.get(answer.id)?.(answer),
  };
  const read = (address: string): Promise<Response> => {
    const path = join(index, new URL(address).pathname);
    const bytes = readFileSync(path);
    return Promise.resolve(
      new Response(path.endsWith('.pf_meta') ? pagefindMeta(unpackIndexMeta(gunzipSync(bytes))) : bytes),
    );
  };
  const globals = {
    self,
    fetch: read,
    console,
    WebAssembly,
    TextDecoder,
    TextEncoder,
    URL,
    Request,
    Response,
    setTimeout,
  };
  runInContext(readFileSync(join(index, 'pagefind-worker.js'), 'utf8'), createContext(globals));
  let count = 0;
  const call = (method: string, ...args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = String(count++);
      waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(error));
      });
      listen({ data: { id, method, args } });
    });
  await call('init', { basePath: 'http://index.invalid/', baseUrl: '/', language: name, primary: true });
  return async (words) => {
    const { results } = (await call('search', words, {})) as { results: { data: string }[] };
    const found = await Promise.all(results.map(({ data }) => call('getData', data)));
    return found.map((fragment) => (fragment as { url: string }).url);
  };
}
