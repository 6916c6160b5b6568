import type { APIRoute } from 'astro';
import { threadMarkdown } from '../../publish/thread-markdown.ts';
import { site } from '../_site.ts';
import { notHere, text } from '../_text.ts';

export const GET: APIRoute = ({ params }) => {
  const { urls, archive } = site();
  const thread = archive.thread(params['slug'] ?? '');
  const answersOf = (slug: string) => archive.thread(slug)?.answers.map(({ id }) => id);
  return thread ? text(threadMarkdown(thread, answersOf, urls), 'text/markdown') : notHere();
};
