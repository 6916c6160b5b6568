import { orderCheck } from '../core/facts/tables.ts';
import { openTextIndex, type TextIndex } from '../core/text-index/open-text-index.ts';
import { threadHit } from '../core/thread-hit.ts';
import { fetchFile } from './fetch-file.ts';
import type { IndexCall, IndexReply } from './index-messages.ts';
import { SearchError } from './search-error.ts';

/** Searches one part of the index, beside the page, which goes on while it does. */

let index: TextIndex | undefined;

const reply = self.postMessage.bind(self) as (message: IndexReply, transfer?: Transferable[]) => void;

self.addEventListener('message', ({ data }: MessageEvent<IndexCall>) => {
  answerTo(data).then(
    ([answer, transfer]) => {
      reply({ id: data.id, answer }, transfer);
    },
    (error: unknown) => {
      reply({ id: data.id, error: String(error), ...(error instanceof SearchError ? { why: error.failure } : {}) });
    },
  );
});

async function answerTo(call: IndexCall): Promise<[answer: unknown, transfer: Transferable[]]> {
  if (call.method === 'open') {
    const { folder, ...source } = call.asked;
    index = openTextIndex({ ...source, load: (path) => load(folder + path) });
    return [true, []];
  }
  if (!index) throw new Error('The index is not open.');
  switch (call.method) {
    case 'search': {
      const columns = await index.search(call.asked.words);
      return [columns, Object.values(columns).map(({ buffer }) => buffer as ArrayBuffer)];
    }
    case 'places':
      return [await index.foundPlaces(call.asked.words), []];
    case 'count':
      return [await index.count(call.asked.words), []];
    case 'order': {
      const ids = await index.ids();
      return [{ threads: ids.length, check: orderCheck(ids) }, []];
    }
    case 'hit': {
      const { row, by, ...options } = call.asked;
      const [fragment, places] = await Promise.all([index.fragment(row), index.places(row, by)]);
      return [threadHit(fragment, places, options), []];
    }
  }
}

async function load(url: string): Promise<Uint8Array> {
  const response = await fetchFile(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server that knows what it serves lets the browser unpack it.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
