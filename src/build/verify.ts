import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveStore } from '../archive/store.ts';
import { createUrls } from '../core/urls.ts';
import { fileFor } from './addresses.ts';

/** Threads that went in, and how many of them came out where. */
export type Tally = { threads: number; indexed: number };

/**
 * Holds the staged site against the archive: threads in = pages out = pages indexed, and no page is empty.
 * @returns what is not as it should be; nothing if all is well
 */
export function verify(archive: ArchiveStore, outDir: string, { threads, indexed }: Tally): string[] {
  const config = archive.config();
  const urls = createUrls(config.url, config.base);
  const problems: string[] = [];
  const slugs = archive.slugs();
  if (slugs.length !== threads) problems.push(`${threads} threads were read, but ${slugs.length} are in the store`);
  if (indexed !== threads) problems.push(`${threads} threads were read, but ${indexed} are in the search index`);
  const pages = [
    urls.home(),
    urls.questions(),
    urls.tags(),
    urls.authors(),
    urls.search(),
    urls.file('404.html'),
    urls.file('feed.xml'),
  ];
  for (const address of [...pages, ...slugs.map(urls.thread)]) {
    const file = join(outDir, fileFor(address, config.base));
    if (!existsSync(file)) problems.push(`the page ${address} was not written`);
    else if (statSync(file).size === 0) problems.push(`the page ${address} is empty`);
  }
  if (!existsSync(join(outDir, 'pagefind', 'pagefind-entry.json'))) problems.push('the search index was not written');
  if (!existsSync(join(outDir, 'search', 'facts.json'))) problems.push('the facts for search were not written');
  return problems;
}
