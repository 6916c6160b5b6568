import type { Urls } from '../core/urls.ts';

/**
 * robots.txt (RFC 9309): everything may be read but the results of searches. Crawlers only ask for it at the root of a host; under
 * a base path it does no harm.
 */
export function robots(urls: Urls): string {
  return `User-agent: *
Disallow: ${urls.search()}?
Allow: ${urls.home()}

Sitemap: ${urls.absolute(urls.file('sitemap-index.xml'))}
`;
}
