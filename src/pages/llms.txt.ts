import type { APIRoute } from 'astro';
import { llms } from '../publish/llms.ts';
import { site } from './_site.ts';
import { text } from './_text.ts';

/** How many of the best threads are named: about 50 KB. */
const bestThreads = 200;

export const GET: APIRoute = () => {
  const { config, urls, archive } = site();
  return text(llms(config, archive.listing('top', 1, bestThreads).threads, urls), 'text/plain');
};
