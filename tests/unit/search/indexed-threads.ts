import { join } from 'node:path';
import { createStore, openStore, type ArchiveStore } from '../../../src/archive/store.ts';
import { assemble } from '../../../src/core/assemble.ts';
import { configSchema } from '../../../src/core/schema/config.ts';
import { summarize } from '../../../src/core/summarize.ts';
import type { RenderedThread } from '../../../src/core/thread.ts';
import { indexArchive } from '../../../src/search/index-archive.ts';

const config = configSchema.parse({
  title: 'A',
  description: 'B',
  url: 'https://example.org',
  base: '/archive/',
  license: 'CC0-1.0',
});

/** Writes an archive of threads into a folder, and opens it. */
export function storeThreads(folder: string, threads: readonly RenderedThread[]): ArchiveStore {
  const file = join(folder, 'archive.db');
  const store = createStore(file);
  store.putConfig(config);
  for (const one of threads)
    store.putThread({ slug: one.slug, page: JSON.stringify(one), summary: JSON.stringify(summarize(one)) });
  store.finish(assemble([], [], []), []);
  store.close();
  return openStore(file);
}

/** Writes an archive of threads into a folder, with its search index in `pagefind/`, and opens it. */
export async function indexThreads(folder: string, threads: readonly RenderedThread[]): Promise<ArchiveStore> {
  const archive = storeThreads(folder, threads);
  await indexArchive({ archive, outDir: folder, workDir: join(folder, 'work'), jobs: 1 });
  return archive;
}
