import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';

/** The threads of one language of an index, in the order in which the index has them. */
export type IndexOrder = {
  /** Folder below `pagefind/`, empty for that itself. */
  folder: string;
  language: string;
  threads: { id: string; slug: string }[];
};

/** Enough of a fragment for the address, which stands at its beginning. */
const opening = 1024;

/**
 * Reads from the files of an index in which order Pagefind gives its pages when it is asked for all of them: that of the names
 * of the pages in the index's first file. So a table in the same order needs no names.
 * @param pagefindDir the folder `pagefind` of the site
 * @throws Error if the index is not as the version of Pagefind that this was written for makes it
 */
export function indexOrders(pagefindDir: string): IndexOrder[] {
  const folders = readdirSync(pagefindDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return ['', ...folders].flatMap((folder) => {
    const entryFile = join(pagefindDir, folder, 'pagefind-entry.json');
    return existsSync(entryFile) ? ordersIn(join(pagefindDir, folder), folder, entryFile) : [];
  });
}

function ordersIn(path: string, folder: string, entryFile: string): IndexOrder[] {
  const { languages } = JSON.parse(readFileSync(entryFile, 'utf8')) as {
    languages: Record<string, { hash: string; page_count: number }>;
  };
  return Object.entries(languages).map(([language, { hash, page_count }]) => {
    // CBOR, in which names stand as they are: pages first, then the chunks of the index and of the filters.
    const meta = gunzipSync(readFileSync(join(path, `pagefind.${hash}.pf_meta`))).toString('latin1');
    const ids = meta.match(new RegExp(`(?<![\\w-])j${language}_[0-9a-f]+|(?<=[^\\w])${language}_[0-9a-f]{7,}`, 'g')) ?? [];
    return { folder, language, threads: threadsOf(path, ids.slice(0, page_count), language, page_count) };
  });
}
