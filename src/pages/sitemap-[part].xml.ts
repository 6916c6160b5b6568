import type { APIRoute } from 'astro';
import { sitePages, sitemapParts } from '../publish/site-pages.ts';
import { sitemapPart, sitemapPartSize } from '../publish/sitemap.ts';
import { site } from './_site.ts';
import { notHere, text } from './_text.ts';

const curatorPages = import.meta.glob('@content/pages/**/*.mdx');

export const GET: APIRoute = ({ params }) => {
  const { urls, archive } = site();
  const parts = sitemapParts(archive.counts());
  const part = Number(params['part']);
  if (!Number.isInteger(part) || part < 1 || part > parts.others + parts.threads) return notHere();
  if (part > parts.others) {
    const { threads } = archive.listing('newest', part - parts.others, sitemapPartSize);
    const entries = threads.map(({ slug, active }) => ({
      url: urls.absolute(urls.thread(slug)),
      ...(active === undefined ? {} : { lastmod: active }),
    }));
    return text(sitemapPart(entries), 'application/xml');
  }
  const names = Object.keys(curatorPages)
    .map((file) => file.replace(/^.*\/pages\//, '').replace(/\.mdx$/, ''))
    .sort();
  const { authors } = archive.authors(1, archive.counts().authors);
  // The last part also takes what curators' pages add to the count.
  const end = part === parts.others ? undefined : part * sitemapPartSize;
  const pages = sitePages(names, archive.tags(), authors, urls);
  return text(sitemapPart(pages.slice((part - 1) * sitemapPartSize, end)), 'application/xml');
};
