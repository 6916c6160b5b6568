import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fragmentWords, readFragment } from '../core/text-index/fragment.ts';
import { unpackIndexMeta } from '../core/text-index/index-meta.ts';

/** The pages of one part of an index by the index's own names, in its order. */
export type IndexOrder = { name: string; ids: string[] };

export type IndexedPage = {
  url: string;
  /** Of each post of which it has words: how many stand before it. */
  places: ReadonlyMap<string, number>;
  /** How many there are: they are counted when it is asked. */
  words: () => number;
};

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
    const { pages } = unpackIndexMeta(gunzipSync(readFileSync(join(folder, `pagefind.${hash}.pf_meta`))));
    if (pages.length !== page_count)
      throw new Error(`Of the index ${name}, ${pages.length} of ${page_count} pages can be read.`);
    return { name, ids: pages.map(({ id }) => id) };
  });
}

/**
 * Reads what an index has of a page.
 * @param folder the index
 * @param id its name there
 */
export function readIndexedPage(folder: string, id: string): IndexedPage {
  const fragment = readFragment(gunzipSync(readFileSync(join(folder, 'fragment', `${id}.pf_fragment`))));
  return {
    url: fragment.url,
    places: new Map(fragment.anchors.map(({ id, location }) => [id, location])),
    words: () => fragmentWords(fragment).words.length,
  };
}
