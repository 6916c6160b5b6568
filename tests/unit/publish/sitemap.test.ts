import { expect, test } from 'vitest';
import { authorHandle, tagName } from '../../../src/core/ids.ts';
import { sitemapParts, sitePages } from '../../../src/publish/site-pages.ts';
import { sitemapIndex, sitemapPart } from '../../../src/publish/sitemap.ts';
import { urls } from './thread.ts';
import { textsOf, xmlTree } from './xml-tree.ts';

test('a part names each page, with the date of its last change where that is known', () => {
  expect(
    sitemapPart([
      { url: 'https://example.org/a/?b&c', lastmod: '2026-01-14T09:30Z' },
      { url: 'https://example.org/b/' },
    ]),
  ).toBe(
    `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` +
      `<url><loc>https://example.org/a/?b&#x26;c</loc><lastmod>2026-01-14T09:30Z</lastmod></url>` +
      `<url><loc>https://example.org/b/</loc></url></urlset>\n`,
  );
});

test('the index names the parts', () => {
  expect(
    textsOf(xmlTree(sitemapIndex(['https://example.org/sitemap-1.xml', 'https://example.org/sitemap-2.xml'])), 'loc'),
  ).toEqual(['https://example.org/sitemap-1.xml', 'https://example.org/sitemap-2.xml']);
});

test('threads and all else are counted into parts of 20,000', () => {
  expect(sitemapParts({ threads: 0, tags: 0, authors: 0 })).toEqual({ others: 1, threads: 0 });
  expect(sitemapParts({ threads: 20_001, tags: 19_996, authors: 0 })).toEqual({ others: 1, threads: 2 });
  expect(sitemapParts({ threads: 1, tags: 19_996, authors: 1 })).toEqual({ others: 2, threads: 1 });
});

test('pages, tags and authors are named under the base path', () => {
  const tag = { name: tagName.parse('c#'), threadCount: 1 };
  expect(sitePages(['about'], [tag], [{ handle: authorHandle.parse('ada') }], urls).map(({ url }) => url)).toEqual([
    'https://example.org/archive/',
    'https://example.org/archive/questions/',
    'https://example.org/archive/tags/',
    'https://example.org/archive/authors/',
    'https://example.org/archive/about/',
    'https://example.org/archive/tags/c_sharp/',
    'https://example.org/archive/authors/ada/',
  ]);
});
