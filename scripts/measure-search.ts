import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { openStore } from '../src/archive/store.ts';
import { loadIntoStore } from '../src/build/build.ts';
import { loadSettings } from '../src/build/settings.ts';
import { indexArchive } from '../src/search/index-archive.ts';
import { writeFacts } from '../src/search/write-facts.ts';
import { bm25Search } from './bench/bm25-search.ts';
import { knownItems, type KnownItem } from './bench/known-items.ts';
import { ownSearch } from './bench/own-search.ts';
import { readArguments, run, UsageError } from './cli/command.ts';

const help = `
Measures how far up a search shows the thread that somebody has in mind, by queries made from the texts of an archive: a stretch of three
words of an answer, a title with a word left out, a title with a word misspelt, and the title of a duplicate, of which the original is looked for.

  npm run measure-search -- --content DIR

Beside our own search, through the real index, stands BM25: MiniSearch over title, tags and posts. The figure is the mean reciprocal rank: 1 if
each is found at the first place, 0.5 at the second. The weights were chosen on the one half of the queries ("tuned"), so the
other half ("held out") is the honest figure.
`;

/** Places that are looked at; what stands further down counts as not found. */
const depth = 50;

type Find = (item: KnownItem) => Promise<string[]> | string[];

await run(async () => {
  const { values } = readArguments({ options: { content: { type: 'string' } } }, help);
  if (values.content === undefined) throw new UsageError('Give the content folder: --content DIR.');
  const folder = mkdtempSync(join(tmpdir(), 'responsa-measure-'));
  try {
    const jobs = availableParallelism();
    const file = join(folder, 'archive.db');
    await loadIntoStore(file, await loadSettings({ content: values.content }), jobs);
    const archive = openStore(file);
    await indexArchive({ archive, outDir: folder, workDir: join(folder, 'work'), jobs });
    writeFacts({ archive, outDir: folder });
    const threads = [...archive.threads()];
    archive.close();
    const items = knownItems(threads);
    console.log(`${threads.length} threads, ${items.length} queries`);
    await report('BM25', items, bm25Search(threads));
    await report('ours', items, ownSearch(folder));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function report(name: string, items: readonly KnownItem[], find: Find): Promise<void> {
  const ranks = new Map<KnownItem, number>();
  for (const item of items) {
    const found = (await find(item)).filter((slug) => slug !== item.asker).slice(0, depth);
    const place = found.indexOf(item.slug) + 1;
    ranks.set(item, place === 0 ? 0 : 1 / place);
  }
  const mean = (chosen: (item: KnownItem, index: number) => boolean) => {
    const some = items.filter(chosen).map((item) => ranks.get(item) ?? 0);
    return `${(some.reduce((sum, rank) => sum + rank, 0) / Math.max(1, some.length)).toFixed(3)} (${some.length})`;
  };
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  console.log(
    [
      name.padEnd(5),
      `tuned ${mean((_, index) => index % 2 === 0)}`,
      `held out ${mean((_, index) => index % 2 === 1)}`,
      ...kinds.map((kind) => `${kind} ${mean((item, index) => item.kind === kind && index % 2 === 1)}`),
    ].join('  '),
  );
  if (process.env['DEBUG'])
    for (const [{ kind, query, slug }, rank] of ranks)
      if (rank < 1) console.log(`  ${rank.toFixed(2)} ${kind}: ${query} → ${slug}`);
}
