import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { ArchiveStore } from '../archive/store.ts';
import type { RenderedThread } from '../core/thread.ts';
import { createUrls } from '../core/urls.ts';
import { searchDocument } from './search-document.ts';

/**
 * Characters that are part of words here, beside letters and digits: `C++`, `C#`, `__init__`, `@decorator`, `$PATH`. Not the dot and
 * the hyphen: a word at the end of a sentence would be another word, and `e-mail` not `email`; `node.js` is found without.
 */
const wordCharacters = '+#_@$';

/** Pagefind's own interfaces, which it writes into every index. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\./;

/** How many documents Pagefind is given before it has answered for the first of them. */
const inFlight = 64;

export type IndexOptions = {
  archive: ArchiveStore;
  /** Folder of the site; the index is written to `pagefind/` in it. */
  outDir: string;
  /** One of several indexes that together hold the archive, written to `pagefind/<index>/`: every `count`th thread from `index`. */
  part?: { index: number; count: number };
  /** Told how many threads are indexed, now and then. */
  onProgress?: (done: number) => void;
};

/**
 * Makes the search index of an archive. Memory grows with the index (about 200 KB a thread), not with what is read.
 * @returns how many threads are in it
 * @throws Error with the thread's slug, if Pagefind refuses a thread or cannot write
 */
export async function indexArchive({ archive, outDir, part, onProgress }: IndexOptions): Promise<{ threads: number }> {
  // Addresses without the base: Pagefind's code puts before them the path that it was loaded from.
  const urls = createUrls(archive.config().url, '/');
  const index = await openIndex();
  try {
    let threads = 0;
    let position = 0;
    const waiting = new Set<Promise<void>>();
    for (const thread of archive.threads()) {
      if (part && position++ % part.count !== part.index) continue;
      const added = add(index, thread, urls.thread(thread.slug)).then(() => {
        waiting.delete(added);
        threads++;
        if (threads % 100 === 0) onProgress?.(threads);
      });
      waiting.add(added);
      if (waiting.size >= inFlight) await Promise.race(waiting);
    }
    await Promise.all(waiting);
    onProgress?.(threads);
    const folder = join(outDir, 'pagefind', ...(part ? [String(part.index)] : []));
    await write(index, folder);
    const indexed = indexedThreads(folder);
    if (indexed !== threads)
      throw new Error(`Of ${threads} threads only ${indexed} are in the search index in ${folder}.`);
    return { threads };
  } finally {
    await close();
  }
}

async function openIndex(): Promise<PagefindIndex> {
  const { errors, index } = await createIndex({ includeCharacters: wordCharacters });
  if (!index) throw new Error(`The search index cannot be begun: ${errors.join('; ')}`);
  return index;
}

async function add(index: PagefindIndex, thread: RenderedThread, url: string): Promise<void> {
  const { errors } = await index.addHTMLFile({ url, content: searchDocument(thread) });
  if (errors.length > 0)
    throw new Error(`The thread ${thread.slug} cannot be indexed for search: ${errors.join('; ')}`);
}

/** Pagefind never removes files of an earlier index, so the folder, which holds nothing else, is emptied first. */
async function write(index: PagefindIndex, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) throw new Error(`The search index cannot be written to ${folder}: ${errors.join('; ')}`);
  for (const file of readdirSync(folder)) if (unused.test(file)) rmSync(join(folder, file));
}

/** The threads that Pagefind says it wrote: it leaves pages out without an error. */
function indexedThreads(folder: string): number {
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
}
