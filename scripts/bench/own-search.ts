import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { serve } from '../../src/build/serve.ts';
import { rankedSearch, type AskedPart } from '../../src/client/ranked-search.ts';
import { readVocabulary } from '../../src/client/vocabulary.ts';
import { vocabularyFile } from '../../src/core/index-name.ts';
import type { KnownItem } from './known-items.ts';
import { unpackParts } from './unpack-parts.ts';

type Pagefind = {
  options: (options: object) => Promise<void>;
  search: (
    query: string,
    options?: object,
  ) => Promise<{
    unfilteredResultCount: number;
    results: { id: string; score: number; data: () => Promise<{ url: string }> }[];
  }>;
};

/**
 * Our search over the index in a folder, by Pagefind's own code.
 * @param ranking Pagefind's, where it is not the one of the site
 */
export async function ownSearch(folder: string, ranking: object | undefined) {
  unpackParts(join(folder, 'pagefind'));
  const server = await serve({ dir: folder, base: '/', port: 0, host: '127.0.0.1' });
  // A query may take longer than a connection is kept open by itself.
  server.keepAliveTimeout = 600_000;
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  const pagefind = (await import(pathToFileURL(join(folder, 'pagefind', 'pagefind.js')).href)) as Pagefind;
  await pagefind.options({
    basePath: `http://127.0.0.1:${address.port}/pagefind/`,
    ...(ranking ? { ranking } : {}),
  });
  const fragments = new Map<string, () => Promise<{ url: string }>>();
  const rows = new Map<string, number>();
  const part: AskedPart = {
    find: async (words) => {
      const { results } = await pagefind.search(words);
      return results.map(({ id, score, data }) => {
        fragments.set(id, data);
        const row = rows.get(id) ?? rows.size;
        rows.set(id, row);
        return { row, score, data: id, isInText: true, isInTitle: false };
      });
    },
    count: async (words) => (await pagefind.search(words, { filters: { '\0': '' } })).unfilteredResultCount,
  };
  const words = gunzipSync(readFileSync(join(folder, 'pagefind', vocabularyFile))).toString();
  const vocabulary = readVocabulary(words);
  const entry = readFileSync(join(folder, 'pagefind', 'pagefind-entry.json'), 'utf8');
  const { common } = JSON.parse(entry) as { common: string[] };
  return {
    find: async ({ query }: KnownItem): Promise<string[]> => {
      const { answers } = await rankedSearch([part], query, () => Promise.resolve(vocabulary), new Set(common));
      const found = await Promise.all(
        answers
          .flat()
          .slice(0, 51)
          .map(({ data = '' }) => fragments.get(data)?.()),
      );
      return found.map((fragment) => fragment?.url.replace(/^.*\/questions\/(.*)\/$/, '$1') ?? '');
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
