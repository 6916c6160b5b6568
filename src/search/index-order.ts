import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { addressOfDocument } from '../core/text-index/fragment.ts';
import { unpackIndexMeta } from '../core/text-index/index-meta.ts';

/** The pages of one part of an index, in the order in which Pagefind gives them when it is asked for all of them. */
export type IndexOrder = { name: string; pages: { id: string; url: string }[] };

/** Enough of a fragment's file for the address, with which it begins. */
const opening = 1024;

/**
 * Reads from the files of an index which pages it has, in the index's own order: a table in the same order needs no names of them.
 * @param folder the index
 * @throws Error if the index is not as the version of Pagefind that this was written for makes it
 */
export function indexOrders(folder: string): IndexOrder[] {
  const { languages } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { hash: string; page_count: number }>;
  };
  return Object.entries(languages).map(([name, { hash, page_count }]) => {
    const meta = unpackIndexMeta(gunzipSync(readFileSync(join(folder, `pagefind.${hash}.pf_meta`))));
    const pages = meta.pages.map(({ id }) => ({ id, url: urlOf(join(folder, 'fragment', `${id}.pf_fragment`)) }));
    if (pages.length !== page_count)
      throw new Error(`Of the index ${name}, ${pages.length} of ${page_count} pages can be read.`);
    return { name, pages };
  });
}

function urlOf(file: string): string {
  const bytes = Buffer.alloc(opening);
  const descriptor = openSync(file, 'r');
  try {
    const length = readSync(descriptor, bytes);
    const text = gunzipSync(bytes.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
    const [, url] = /^pagefind_dcd\{"url":("(?:[^"\\]|\\.)*")/.exec(text) ?? [];
    if (url === undefined) throw new Error(`The fragment ${file} does not begin with its address.`);
    return addressOfDocument(JSON.parse(url) as string);
  } finally {
    closeSync(descriptor);
  }
}
