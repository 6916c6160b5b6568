import { unpackIndexMeta } from '../core/index-meta.ts';
import { pagefindMeta } from '../core/pagefind-meta.ts';
import { orderCheck } from '../core/facts/tables.ts';
import type { HostAnswer, HostCall, PagefindFragment } from './pagefind-messages.ts';

/**
 * Runs Pagefind's worker, and stands between it and the page. It tells of each file that does not come: Pagefind goes on without a
 * piece of its index, and then finds less than there is, without a word. It unpacks what a part says about itself. And it hands over
 * what was found as three columns of numbers, since thousands of objects take longer to cross than to find. The name of the worker
 * is the address of the index.
 */
declare function importScripts(url: string): void;

/** What Pagefind answers to a search, as far as it is needed here. */
type Found = {
  results: { id: string; score: number; words?: number[]; matchedMetaFields?: string[] }[];
  unfilteredResultCount?: number;
};

const fetchFile = self.fetch.bind(self);
const post = self.postMessage.bind(self) as (message: HostAnswer, transfer?: Transferable[]) => void;
/** The index's own names of its pages, in its order. */
let pages: string[] = [];
let rows = new Map<string, number>();
/** How much of a page is shown if nothing was searched for in it. */
const openingWords = 30;

self.fetch = async (input, init) => {
  try {
    const response = await fetchFile(input, init);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return new URL(response.url).pathname.endsWith('.pf_meta') ? await readMeta(response) : response;
  } catch (error) {
    post({ failed: String(error) });
    throw error;
  }
};

async function readMeta(response: Response): Promise<Response> {
  const meta = unpackIndexMeta(await unpacked(response));
  pages = meta.pages.map(({ id }) => id);
  rows = new Map(pages.map((id, row) => [id, row]));
  return new Response(pagefindMeta(meta));
}

async function unpacked(response: Response): Promise<Uint8Array> {
  const bytes = await response.arrayBuffer();
  const [first, second] = new Uint8Array(bytes);
  // A server that knows what it serves lets the browser unpack it.
  if (first !== 0x1f || second !== 0x8b) return new Uint8Array(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

self.addEventListener('message', (event: MessageEvent<HostCall>) => {
  const { id, method, args } = event.data;
  const answer = (result: Promise<unknown>) => {
    event.stopImmediatePropagation();
    result.then(
      (value) => {
        post({ id, result: value });
      },
      (error: unknown) => {
        post({ id, error: String(error) });
      },
    );
  };
  if (method === 'order') answer(Promise.resolve({ threads: pages.length, check: orderCheck(pages) }));
  if (method === 'open') answer(open(Number(args[0])));
  if (method === 'release') {
    event.stopImmediatePropagation();
    const [search, count] = args as [string, number];
    for (let index = 0; index < count; index++)
      self.dispatchEvent(
        new MessageEvent('message', {
          data: { id: '', instanceId: event.data.instanceId, method: 'releaseData', args: [`data_${search}_${index}`] },
        }),
      );
  }
});

/** A page without anything having been searched for in it. */
async function open(row: number): Promise<PagefindFragment> {
  const bytes = await unpacked(await self.fetch(`${self.name}fragment/${pages[row] ?? ''}.pf_fragment`));
  const text = new TextDecoder().decode(bytes);
  const fragment = JSON.parse(text.slice(text.indexOf('{'))) as PagefindFragment;
  const opening = fragment.content.split(/\s+/, openingWords).join(' ');
  return { ...fragment, excerpt: opening.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), sub_results: [] };
}

self.postMessage = (message: { id?: string; result?: unknown }) => {
  if (message.id === '') return;
  const found = message.result as Found | true | null | undefined;
  if (typeof found !== 'object' || found === null || !('results' in found)) {
    post(message as HostAnswer);
    return;
  }
  const { results, unfilteredResultCount = 0 } = found;
  const columns = {
    rows: Uint32Array.from(results, ({ id }) => rows.get(id) ?? 0),
    scores: Float64Array.from(results, ({ score }) => score),
    places: Uint8Array.from(
      results,
      ({ words = [], matchedMetaFields = [] }) =>
        (words.length > 0 ? 1 : 0) | (matchedMetaFields.includes('title') ? 2 : 0),
    ),
  };
  post(
    { id: message.id ?? '', result: { ...columns, all: unfilteredResultCount } },
    Object.values(columns).map(({ buffer }) => buffer),
  );
};

importScripts(`${self.name}pagefind-worker.js`);
