import type { APIRoute } from 'astro';
import { sitemapParts } from '../publish/site-pages.ts';
import { sitemapIndex } from '../publish/sitemap.ts';
import { site } from './_site.ts';
import { text } from './_text.ts';

export const GET: APIRoute = () => {
  const { urls, archive } = site();
  const { others, threads } = sitemapParts(archive.counts());
  const parts = Array.from({ length: others + threads }, (_, index) =>
    urls.absolute(urls.file(`sitemap-${index + 1}.xml`)),
  );
  return text(sitemapIndex(parts), 'application/xml');
};
