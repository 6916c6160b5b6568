import { expect, test } from 'vitest';
import { robots } from '../../../src/publish/robots.ts';
import { urls } from './thread.ts';

test('crawlers may read all but results of searches, and learn where the sitemap is', () => {
  expect(robots(urls)).toBe(`User-agent: *
Disallow: /archive/search/?
Allow: /archive/

Sitemap: https://example.org/archive/sitemap-index.xml
`);
});
