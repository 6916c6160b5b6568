import type { APIRoute } from 'astro';
import { threadJson } from '../../publish/thread-json.ts';
import { site } from '../_site.ts';
import { notHere, text } from '../_text.ts';

export const GET: APIRoute = ({ params }) => {
  const { urls, archive } = site();
  const thread = archive.thread(params['slug'] ?? '');
  return thread ? text(threadJson(thread, urls), 'application/json') : notHere();
};
