import type { APIRoute } from 'astro';
import { jsonFeed } from '../publish/json-feed.ts';
import { newestThreads } from './_feed.ts';
import { site } from './_site.ts';
import { text } from './_text.ts';

export const GET: APIRoute = () => {
  const { config, urls } = site();
  const { title, description, locale: lang } = config;
  const head = {
    title,
    description,
    lang,
    self: urls.absolute(urls.file('feed.json')),
    page: urls.absolute(urls.home()),
  };
  return text(jsonFeed(head, newestThreads(site()), urls), 'application/feed+json');
};
