import { x } from 'xastscript';
import { xmlDocument } from './xml.ts';

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Addresses in one part: the protocol allows 50,000 and 50 MB, and Unicode addresses are long. */
export const sitemapPartSize = 20_000;

/** A page in a sitemap: its absolute URL, and the date of its last change as in the content (a W3C date), where known. */
export type SitemapEntry = { url: string; lastmod?: string };

/** One part of a sitemap (sitemaps.org 0.9). */
export function sitemapPart(entries: readonly SitemapEntry[]): string {
  const urlset = x(
    'urlset',
    { xmlns },
    entries.map(({ url, lastmod }) =>
      x('url', [x('loc', url), ...(lastmod === undefined ? [] : [x('lastmod', lastmod)])]),
    ),
  );
  return xmlDocument(urlset);
}

/**
 * The index of the parts.
 * @param parts absolute URLs
 */
export function sitemapIndex(parts: readonly string[]): string {
  const index = x(
    'sitemapindex',
    { xmlns },
    parts.map((part) => x('sitemap', [x('loc', part)])),
  );
  return xmlDocument(index);
}
