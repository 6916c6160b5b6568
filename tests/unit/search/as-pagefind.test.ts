import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadArchive } from '../../../src/archive/load.ts';
import { createStore, openStore } from '../../../src/archive/store.ts';
import { loadSettings } from '../../../src/build/settings.ts';
import { assemble } from '../../../src/core/assemble.ts';
import { summarize } from '../../../src/core/summarize.ts';
import type { RenderedThread } from '../../../src/core/thread.ts';
import { indexArchive } from '../../../src/search/index-archive.ts';
import { openPagefindRuntime, type PagefindRuntime } from '../../../src/search/pagefind-runtime.ts';
import { runPagefind } from '../../../src/search/run-pagefind.ts';
import { documentOf } from '../../../src/core/text-index/fragment.ts';
import { searchDocument } from '../../../src/search/search-document.ts';
import { openFolder, type OpenFolder } from './open-folder.ts';

/** How far a score may be from Pagefind's: the lengths of pages are rounded. */
const tolerance = 0.15;
/**
 * Of several words at one place that one term finds (of `votes:3..8`, both `votes` and `votes38`), Pagefind counts the one that its
 * table of words happens to have first: so of a thousand scores a few may be further from it, but not far.
 */
const few = 0.002;
const never = 0.5;

const folder = mkdtempSync(join(tmpdir(), 'responsa-as-pagefind-'));
const texts: string[] = [];
let pagefind: PagefindRuntime;
let own: OpenFolder;
let ids: string[];

beforeAll(async () => {
  const root = resolve(import.meta.dirname, '../../..');
  const { contentDir, contentName, config } = await loadSettings({}, root);
  const database = join(folder, 'archive.db');
  const store = createStore(database);
  store.putConfig(config);
  const onPage = ({ page }: { page: string }) => {
    const thread = JSON.parse(page) as RenderedThread;
    store.putThread({ slug: thread.slug, page, summary: JSON.stringify(summarize(thread)) });
  };
  await loadArchive({ contentDir, contentName, config, jobs: 1, onPage });
  store.finish(assemble([], [], []), []);
  store.close();
  const archive = openStore(database);
  for (const slug of archive.slugsByVotes()) {
    const thread = archive.thread(slug);
    if (thread?.lang !== 'en') continue;
    const document = searchDocument(thread);
    // As the index itself is made: what Pagefind calls a thread is made from its address too.
    const target = join(folder, 'documents', documentOf(`/questions/${slug}/`));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, document);
    texts.push(thread.title, ...document.replace(/<[^>]*>|&#?\w+;/g, '\n').split('\n'));
  }
  await runPagefind(join(folder, 'documents'), join(folder, 'by-pagefind'));
  // In several parts, which are joined.
  const limits = { threads: 13, bytes: 1e6, bytesAtOnce: 1e6, joined: 1000 };
  await indexArchive({ archive, outDir: folder, workDir: join(folder, 'work'), jobs: 2, limits });
  archive.close();
  pagefind = openPagefindRuntime(join(folder, 'by-pagefind'), 'en');
  own = openFolder(join(folder, 'pagefind'), 'en');
  ids = await own.ids();
}, 60_000);
afterAll(() => {
  pagefind.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One to three words in a row of the archive's titles and texts, a quarter of them in quotation marks; always the same. */
function generateQueries(count: number): string[] {
  let seed = 7;
  const below = (limit: number) => Math.floor(((seed = (seed * 48_271) % 0x7fffffff) / 0x7fffffff) * limit);
  const stretches = texts.map((text) => text.match(/[\p{L}\p{N}_+#@$.'-]+/gu) ?? []).filter(({ length }) => length > 0);
  const queries = new Set<string>();
  while (queries.size < count) {
    const words = stretches[below(stretches.length)] ?? [];
    const length = 1 + below(3);
    const at = below(Math.max(1, words.length - length + 1));
    const some = words.slice(at, at + length);
    // Pagefind looks for words that begin with a letter in whatever it has loaded before.
    if (some.some((word) => (word.match(/[\p{L}\p{N}]/gu) ?? []).length < 2)) continue;
    queries.add(below(4) === 0 ? `"${some.join(' ')}"` : some.join(' '));
  }
  return [...queries];
}

type Found = Map<string, number>;

async function ask(query: string): Promise<{ theirs: Found; ours: Found }> {
  const [theirs, { rows, scores }] = await Promise.all([pagefind.search(query), own.search(query)]);
  return {
    theirs: new Map(theirs.map(({ id, score }) => [id, score])),
    ours: new Map(Array.from(rows, (row, index) => [ids[row] ?? '', scores[index] ?? 0])),
  };
}

const differs = (score: number, other: number, most: number) => Math.abs(score - other) > most * Math.abs(other);

describe('the index, asked as Pagefind is', () => {
  /** With words that the index does not have as one, Pagefind does otherwise: it looks for what they begin with. */
  const queries = async () => {
    const known: string[] = [];
    for (const query of generateQueries(330)) {
      const words = query.split(/["\s]+/).map((word) => word.replace(/[.'-]/g, ''));
      const counts = await Promise.all(words.map((word) => (word === '' ? 1 : own.count(`"${word}"`))));
      if (!counts.includes(0)) known.push(query);
    }
    expect(known.length).toBeGreaterThan(300);
    return known;
  };

  it('finds the same threads', async () => {
    const wrong: unknown[] = [];
    let some = 0;
    for (const query of await queries()) {
      const { theirs, ours } = await ask(query);
      // A phrase finds the parts of a word too.
      const mayFindMore = query.startsWith('"');
      const [missing, more] = [
        [...theirs.keys()].filter((id) => !ours.has(id)),
        mayFindMore ? [] : [...ours.keys()].filter((id) => !theirs.has(id)),
      ];
      if (missing.length > 0 || more.length > 0) wrong.push({ query, missing, more });
      if (theirs.size > 0 && theirs.size < ids.length) some++;
    }
    expect(wrong).toEqual([]);
    expect(some).toBeGreaterThan(200);
  });

  it('ranks them alike', async () => {
    const [far, further]: [unknown[], unknown[]] = [[], []];
    let scores = 0;
    for (const query of (await queries()).filter((one) => !one.startsWith('"'))) {
      const { theirs, ours } = await ask(query);
      for (const [id, score] of theirs) {
        const own = ours.get(id) ?? 0;
        if (differs(own, score, tolerance)) far.push({ query, id, score, own });
        if (differs(own, score, never)) further.push({ query, id, score, own });
        scores++;
      }
      const [theirBest] = theirs.values();
      // Ours has those with the words in a row first.
      const [ourBest] = [...ours].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
      if (theirBest !== undefined && differs(theirs.get(ourBest) ?? 0, theirBest, tolerance))
        further.push({ query, theirBest, ourBest });
    }
    expect(further).toEqual([]);
    expect(scores).toBeGreaterThan(1000);
    expect(far.slice(Math.floor(scores * few))).toEqual([]);
  });

  it.each(['do', 'do do', 'do does', 'the the'])(
    'counts a term once in a title, whatever words it finds there: %s',
    async (query) => {
      const { theirs, ours } = await ask(query);
      expect(ours.size).toBeGreaterThan(0);
      expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
      for (const [id, score] of theirs) expect(differs(ours.get(id) ?? 0, score, tolerance)).toBe(false);
    },
  );
});
