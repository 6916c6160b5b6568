import type { APIRoute } from 'astro';
import { opensearch } from '../publish/opensearch.ts';
import { site } from './_site.ts';
import { text } from './_text.ts';

export const GET: APIRoute = () => {
  const { config, urls } = site();
  return text(opensearch(config, urls), 'application/opensearchdescription+xml');
};
