import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIContext, APIRoute } from 'astro';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createStore } from '../../../src/archive/store.ts';
import { assemble } from '../../../src/core/assemble.ts';
import { configSchema } from '../../../src/core/schema/config.ts';
import { GET as feedJson } from '../../../src/pages/feed.json.ts';
import { GET as feedXml } from '../../../src/pages/feed.xml.ts';
import { GET as llms } from '../../../src/pages/llms.txt.ts';
import { GET as opensearch } from '../../../src/pages/opensearch.xml.ts';
import { GET as threadJson } from '../../../src/pages/questions/[slug].json.ts';
import { GET as threadMarkdown } from '../../../src/pages/questions/[slug].md.ts';
import { GET as robots } from '../../../src/pages/robots.txt.ts';
import { GET as sitemapIndex } from '../../../src/pages/sitemap-index.xml.ts';
import { GET as tagFeed } from '../../../src/pages/tags/[tag]/feed.xml.ts';
import { post, summary, thread } from '../publish/thread.ts';
import { textsOf, xmlTree } from '../publish/xml-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-endpoints-'));

beforeAll(() => {
  const file = join(folder, 'archive.db');
  const question = post({ date: '2026-01-14' });
  const store = createStore(file);
  store.putConfig(
    configSchema.parse({
      title: 'Archive',
      description: 'All of it',
      url: 'https://example.org',
      base: '/archive/',
      license: 'CC-BY-SA-4.0',
    }),
  );
  store.putThread({
    slug: thread().slug,
    page: JSON.stringify(thread({ question })),
    summary: JSON.stringify(summary({ question })),
  });
  store.finish(
    assemble(
      [
        {
          summary: summary({ question }),
          terms: { terms: new Uint32Array(), weights: new Uint8Array() },
          cites: [],
          contributions: [],
          commenters: [],
        },
      ],
      [],
      [],
    ),
    [],
  );
  store.close();
  vi.stubEnv('RESPONSA_STORE', file);
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function answerOf(endpoint: APIRoute, params: Record<string, string> = {}) {
  const response = await endpoint({ params } as unknown as APIContext);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

test.each([
  ['feed.xml', feedXml, 'application/atom+xml; charset=utf-8', '<title>How do locks work?</title>'],
  ['feed.json', feedJson, 'application/feed+json; charset=utf-8', '"content_html": "<p>How?</p>"'],
  ['llms.txt', llms, 'text/plain; charset=utf-8', 'https://example.org/archive/questions/locks.md'],
  [
    'opensearch.xml',
    opensearch,
    'application/opensearchdescription+xml; charset=utf-8',
    'archive/search/?q={searchTerms}',
  ],
  ['robots.txt', robots, 'text/plain; charset=utf-8', 'Sitemap: https://example.org/archive/sitemap-index.xml'],
  ['sitemap-index.xml', sitemapIndex, 'application/xml; charset=utf-8', 'https://example.org/archive/sitemap-2.xml'],
])('/%s', async (_, endpoint, type, part) => {
  const answer = await answerOf(endpoint);
  expect([answer.status, answer.type]).toEqual([200, type]);
  expect(answer.text).toContain(part);
});

test('/questions/<slug>.md and .json', async () => {
  expect((await answerOf(threadMarkdown, { slug: 'locks' })).text).toContain('# How do locks work?');
  expect(JSON.parse((await answerOf(threadJson, { slug: 'locks' })).text).title).toBe('How do locks work?');
  expect((await answerOf(threadMarkdown, { slug: 'keys' })).status).toBe(404);
  expect((await answerOf(threadJson, { slug: 'keys' })).status).toBe(404);
});

test('/tags/<tag>/feed.xml', async () => {
  const feed = xmlTree((await answerOf(tagFeed, { tag: 'c_sharp' })).text);
  expect(textsOf(feed, 'title')).toEqual(['c# – Archive', 'How do locks work?']);
  expect((await answerOf(tagFeed, { tag: 'c#' })).status).toBe(404);
});
