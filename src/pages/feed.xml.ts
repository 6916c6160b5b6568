import type { APIRoute } from 'astro';
import { atom } from '../publish/atom.ts';
import { archiveFeed } from './_feed.ts';
import { text } from './_text.ts';

export const GET: APIRoute = () => {
  const { head, entries, urls } = archiveFeed('feed.xml');
  return text(atom(head, entries, urls), 'application/atom+xml');
};
