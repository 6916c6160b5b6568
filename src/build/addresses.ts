import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ArchiveStore } from '../archive/store.ts';
import { createUrls, type ListingOrder } from '../core/urls.ts';
import { sitemapParts } from '../publish/site-pages.ts';

/** Posts of an author on one page. */
export const authorPageSize = 50;
/** Authors on one page. */
export const authorsPageSize = 100;

/**
 * Every address of the site, in an order that spreads slow pages. The pages of curators are added by the caller, who knows
 * the files.
 */
export function* addresses(archive: ArchiveStore): Generator<string> {
  const config = archive.config();
  const urls = createUrls(config.url, config.base);
  const counts = archive.counts();
  const pages = (total: number, size: number) => Math.max(1, Math.ceil(total / size));

  for (const slug of archive.slugs()) {
    yield urls.thread(slug);
    yield urls.threadMarkdown(slug);
    yield urls.threadJson(slug);
  }
  const orders: ListingOrder[] = ['newest', 'top', 'active', 'unanswered'];
  for (const order of orders) {
    const total = order === 'unanswered' ? counts.unanswered : counts.threads;
    for (let page = 1; page <= pages(total, config.pageSize); page++) yield urls.questions(order, page);
  }
  for (const tag of archive.tags()) {
    for (let page = 1; page <= pages(tag.threadCount, config.pageSize); page++) yield urls.tag(tag.name, page);
    yield urls.tagFeed(tag.name);
  }
  for (let page = 1; page <= pages(counts.authors, authorsPageSize); page++) {
    yield urls.authors(page);
    for (const author of archive.authors(page, authorsPageSize).authors) {
      const posts = author.questionCount + author.answerCount;
      for (let part = 1; part <= pages(posts, authorPageSize); part++) yield urls.author(author.handle, part);
    }
  }
  yield urls.home();
  yield urls.tags();
  yield urls.search();
  yield urls.ask();
  for (const name of [
    '404.html',
    'feed.xml',
    'feed.json',
    'opensearch.xml',
    'robots.txt',
    'llms.txt',
    'sitemap-index.xml',
  ])
    yield urls.file(name);
  const sitemaps = sitemapParts(counts);
  for (let part = 1; part <= sitemaps.others + sitemaps.threads; part++) yield urls.file(`sitemap-${part}.xml`);
}

/** The addresses of the pages that curators wrote: `pages/guide/start.mdx` is `/guide/start/`. */
export function curatorAddresses(contentDir: string, base: string): string[] {
  let files: string[];
  try {
    files = readdirSync(join(contentDir, 'pages'), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return files
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map(
      (file) =>
        `${base}${file
          .replace(/\.mdx$/, '')
          .split(sep)
          .map(encodeURIComponent)
          .join('/')}/`,
    );
}

/** The file, below the output folder, that a server gives for an address. */
export function fileFor(address: string, base: string): string {
  const path = decodeURIComponent(address.slice(base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
