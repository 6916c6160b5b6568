import type { Author, Counts, Tag } from '../core/thread.ts';
import type { Urls } from '../core/urls.ts';
import { sitemapPartSize, type SitemapEntry } from './sitemap.ts';

/** Home, the listings of threads, tags and authors. Curators' pages are few: the protocol's limit has room for them. */
const fixedPages = 4;

/** How many parts the sitemap of an archive has: first those of all but threads, then those of the threads. */
export function sitemapParts(counts: Pick<Counts, 'threads' | 'tags' | 'authors'>): {
  others: number;
  threads: number;
} {
  return {
    others: Math.ceil((fixedPages + counts.tags + counts.authors) / sitemapPartSize),
    threads: Math.ceil(counts.threads / sitemapPartSize),
  };
}

/**
 * The pages that are not threads: one entry for each thing, not for each page of a listing.
 * @param pages names of the pages that curators wrote
 */
export function sitePages(
  pages: readonly string[],
  tags: readonly Pick<Tag, 'name' | 'threadCount'>[],
  authors: Iterable<Pick<Author, 'handle'>>,
  urls: Urls,
): SitemapEntry[] {
  const paths = [
    urls.home(),
    urls.questions(),
    urls.tags(),
    urls.authors(),
    ...pages.map((name) => urls.page(name)),
    ...tags.map(({ name }) => urls.tag(name)),
    ...Array.from(authors, ({ handle }) => urls.author(handle)),
  ];
  return paths.map((path) => ({ url: urls.absolute(path) }));
}
