import type { APIRoute } from 'astro';
import { jsonFeed } from '../publish/json-feed.ts';
import { archiveFeed } from './_feed.ts';
import { text } from './_text.ts';

export const GET: APIRoute = () => {
  const { head, entries, urls } = archiveFeed('feed.json');
  return text(jsonFeed(head, entries, urls), 'application/feed+json');
};
