import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore, openStore } from '../../../src/archive/store.ts';
import { serve } from '../../../src/build/serve.ts';
import { assemble } from '../../../src/core/assemble.ts';
import { tagName, threadSlug } from '../../../src/core/ids.ts';
import { configSchema } from '../../../src/core/schema/config.ts';
import { summarize } from '../../../src/core/summarize.ts';
import type { RenderedThread } from '../../../src/core/thread.ts';
import { indexArchive } from '../../../src/search/index-archive.ts';
import { runPagefind } from '../../../src/search/run-pagefind.ts';
import { unpackParts } from '../../../scripts/bench/unpack-parts.ts';
import { answer, post, thread } from '../publish/thread.ts';

type Fragment = { url: string; sub_results: { url: string; excerpt: string }[] };
type Found = { results: { data: () => Promise<Fragment> }[] };
type Pagefind = {
  options: (options: { basePath: string; baseUrl: string }) => Promise<void>;
  search: (words: string) => Promise<Found>;
};

const folder = mkdtempSync(join(tmpdir(), 'responsa-index-'));
const threads: RenderedThread[] = [
  thread({
    tags: [tagName.parse('files')],
    question: post({ html: '<p>Two processes write one file.</p>', date: '2025-05-01', votes: 7 }),
    answers: [
      answer('use-flock', {
        html: '<h3 id="use-flock-how">How</h3><p>Call flock before you write, and rename after. Not golang&#x3C;T>.</p>',
        accepted: true,
      }),
      answer('use-a-database', { html: '<p>A database has its own locks: SQLite, for one.</p>' }),
    ],
  }),
  thread({
    slug: threadSlug.parse('symbols'),
    title: 'Which words have symbols?',
    tags: [tagName.parse('c++'), tagName.parse('.net')],
    question: post({
      html: '<p>In C++, in C#, in node.js, in snake_case, by __init__ and @decorator, with $PATH and --force: error[E0502].</p>',
      votes: -1,
    }),
  }),
  thread({
    slug: threadSlug.parse('ru'),
    title: 'Блокировки',
    lang: 'ru',
    tags: [],
    question: post({ html: '<p>Как блокировать файлы?</p>' }),
  }),
];
const config = configSchema.parse({
  title: 'A',
  description: 'B',
  url: 'https://example.org',
  base: '/archive/',
  license: 'CC0-1.0',
});
let server: Server;
let pagefind: Pagefind;

beforeAll(async () => {
  const file = join(folder, 'archive.db');
  const store = createStore(file);
  store.putConfig(config);
  for (const one of threads)
    store.putThread({ slug: one.slug, page: JSON.stringify(one), summary: JSON.stringify(summarize(one)) });
  store.finish(assemble([], [], []), []);
  store.close();
  const archive = openStore(file);
  const progress: number[] = [];
  const options = { archive, workDir: join(folder, 'work'), jobs: 2 };
  expect(await indexArchive({ ...options, outDir: folder, onProgress: (done) => progress.push(done) })).toEqual({
    threads: 3,
  });
  expect(progress).toEqual([3]);
  const limits = { threads: 1, bytes: 1e6, bytesAtOnce: 1e6 };
  expect(await indexArchive({ ...options, outDir: join(folder, 'parts'), limits })).toEqual({ threads: 3 });
  expect(readdirSync(join(folder, 'work'))).toEqual([]);
  archive.close();

  unpackParts(join(folder, 'pagefind'));
  server = await serve({ dir: folder, base: '/archive/', port: 0, host: '127.0.0.1' });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The test server has no port.');
  pagefind = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind', 'pagefind.js')).href)) as Pagefind;
  await pagefind.options({ basePath: `http://127.0.0.1:${address.port}/archive/pagefind/`, baseUrl: '/archive/' });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function urlsFor(words: string): Promise<string[]> {
  const { results } = await pagefind.search(words);
  const fragments = await Promise.all(results.map(({ data }) => data()));
  return fragments.flatMap(({ url, sub_results }) =>
    sub_results.length > 0 ? sub_results.map((stretch) => stretch.url) : [url],
  );
}

describe('an index, searched', () => {
  it('finds each answer as a hit of its own, under the base, and no heading in it', async () => {
    expect(await urlsFor('rename')).toEqual(['/archive/questions/locks/#use-flock']);
    expect(await urlsFor('write')).toEqual([
      '/archive/questions/locks/#_question',
      '/archive/questions/locks/#use-flock',
    ]);
  });

  it('finds a word of a title or a tag', async () => {
    expect(await urlsFor('work')).toEqual(['/archive/questions/locks/']);
    expect(await urlsFor('.net')).toEqual(['/archive/questions/symbols/']);
  });

  it.each(['C++', 'c#', 'node.js', 'snake_case', '__init__', '@decorator', 'decorator', '$PATH', '--force', 'E0502'])(
    'finds %s',
    async (word) => {
      expect(await urlsFor(`"${word}"`)).toEqual(['/archive/questions/symbols/#_question']);
    },
  );

  it('tells C++ from C#', async () => {
    const { results } = await pagefind.search('"c++"');
    const [fragment] = await Promise.all(results.map(({ data }) => data()));
    expect(fragment?.sub_results[0]?.excerpt).toContain('In <mark>C++,</mark> in C#,');
  });

  it('finds words in a row', async () => {
    expect(await urlsFor('"before you write"')).toEqual(['/archive/questions/locks/#use-flock']);
    expect(await urlsFor('"write before you"')).toEqual([]);
  });

  it('escapes text in an excerpt', async () => {
    const { results } = await pagefind.search('flock');
    const [fragment] = await Promise.all(results.map(({ data }) => data()));
    expect(fragment?.sub_results[0]?.excerpt).toBe(
      'How. Call <mark>flock</mark> before you write, and rename after. Not golang&lt;T&gt;.',
    );
  });
});

it('writes no interface of Pagefind’s own', () => {
  expect(readdirSync(join(folder, 'pagefind')).filter((name) => /\.(?:js|css|json)$/.test(name))).toEqual([
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.js',
  ]);
});

it('names the parts of an index by their language and a number, those with most votes first, and keeps them in one folder', () => {
  const parts = join(folder, 'parts', 'pagefind');
  const { languages } = JSON.parse(readFileSync(join(parts, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number; wasm: string; hash: string }>;
  };
  expect(Object.entries(languages).map(([name, { page_count, wasm }]) => [name, page_count, wasm])).toEqual([
    ['en', 1, 'en'],
    ['ru-0001', 1, 'ru'],
    ['en-0002', 1, 'en'],
  ]);
  for (const { hash } of Object.values(languages)) expect(readdirSync(parts)).toContain(`pagefind.${hash}.pf_meta`);
  expect(readdirSync(join(parts, 'fragment'))).toHaveLength(3);
});

it('makes an index of an archive without threads', async () => {
  const file = join(folder, 'empty.db');
  const store = createStore(file);
  store.putConfig(config);
  store.finish(assemble([], [], []), []);
  store.close();
  const archive = openStore(file);
  const outDir = join(folder, 'empty');
  expect(await indexArchive({ archive, outDir, workDir: join(folder, 'work'), jobs: 1 })).toEqual({ threads: 0 });
  expect(JSON.parse(readFileSync(join(outDir, 'pagefind', 'pagefind-entry.json'), 'utf8'))).toMatchObject({
    languages: {},
  });
  archive.close();
});

it('says what Pagefind says when it cannot', async () => {
  const documents = join(folder, 'no-documents');
  mkdirSync(documents);
  await expect(runPagefind(documents, join(folder, 'no-index'))).rejects.toThrow(
    /^The search index cannot be made\. Pagefind says: [\s\S]*did not contain any html files/,
  );
});
