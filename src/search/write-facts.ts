import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import type { ArchiveStore } from '../archive/store.ts';
import { packColumns, type Columns } from '../core/facts/columns.ts';
import { collectFacts, type PostText } from '../core/facts/tables-of.ts';
import { orderCheck, type FactsBlock, type FactsManifest, type FactsName } from '../core/facts/tables.ts';
import { questionAnchor } from '../core/search-record.ts';
import type { RenderedThread } from '../core/thread.ts';
import { createUrls } from '../core/urls.ts';
import { codeStretches } from './code-stretches.ts';
import { indexOrders, readIndexedPage, type IndexedPage } from './index-order.ts';

export type FactsOptions = {
  archive: ArchiveStore;
  /** Folder of the site, with the finished index in `pagefind/`; the facts are written to `search/` in it. */
  outDir: string;
};

/** For numbers, not for text: few repetitions to look for, and a code of their own for every few columns. 8 % less than as usual. */
const gzipOptions = { level: 9, strategy: constants.Z_FILTERED, memLevel: 5 };

/**
 * Writes the facts by which searches with operators are answered: `search/facts.json`, which says what is where, and files named by
 * their content. They are compressed here and unpacked by the page, since servers do not compress what they do not know.
 * @returns bytes of each file
 * @throws Error if the index has a page that the archive does not
 */
export function writeFacts({ archive, outDir }: FactsOptions): Record<FactsName, number> {
  const urls = createUrls(archive.config().url, '/');
  const facts = collectFacts(archive.tags());
  const blocks: FactsBlock[] = [];
  let first = 0;
  const slugs = new Map(archive.slugs().map((slug) => [urls.thread(slug), slug]));
  const index = join(outDir, 'pagefind');
  for (const { name, ids } of indexOrders(index)) {
    for (const id of ids) {
      const page = readIndexedPage(index, id);
      const thread = archive.thread(slugs.get(page.url) ?? '');
      if (!thread) throw new Error(`The search index has ${page.url}, which the archive does not have.`);
      facts.add(thread, textsOfPosts(thread, page));
    }
    blocks.push({ name, first, threads: ids.length, check: orderCheck(ids) });
    first += ids.length;
  }

  const folder = join(outDir, 'search');
  mkdirSync(folder, { recursive: true });
  const sizes: [string, number][] = [];
  const files = Object.entries(facts.finish()).map(([name, columns]) => {
    const packed = gzipSync(packColumns(columns as Columns<string, unknown>), gzipOptions);
    const file = `${name}-${createHash('sha256').update(packed).digest('hex').slice(0, 10)}.facts`;
    writeFileSync(join(folder, file), packed);
    sizes.push([name, packed.length]);
    return [name, file];
  });
  const bytes = Object.fromEntries(sizes) as Record<FactsName, number>;
  const names = Object.fromEntries(files) as Record<FactsName, string>;
  const manifest: FactsManifest = { version: 2, blocks, files: names, bytes };
  writeFileSync(join(folder, 'facts.json'), JSON.stringify(manifest));
  return bytes;
}

/** How many words stand before each post, and where it has code; a post without any word is where the next one is. */
function textsOfPosts({ question, answers }: RenderedThread, { places, words }: IndexedPage): PostText[] {
  const posts = [{ id: questionAnchor, post: question }, ...answers.map((post) => ({ id: post.id, post }))];
  const texts: PostText[] = [];
  let next: number | undefined;
  for (const { id, post } of posts.reverse()) {
    const place = places.get(id) ?? next ?? words();
    texts.unshift({ place, code: post.hasCode ? codeStretches(post, (next ?? words()) - place) : [] });
    next = place;
  }
  return texts;
}
