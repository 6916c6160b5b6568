import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { launchBrowser } from '../tests/browser/_browser.ts';
import { countingServer, type SentFile } from './bench/counting-server.ts';
import { askAndWait, firstHits, typeAndWait, type SearchTimes } from './bench/search-page.ts';
import { titleQueries } from './bench/title-queries.ts';
import { readArguments, run, UsageError, wholeNumber } from './cli/command.ts';

const help = `
Measures the search page of a built site in Chromium: how many bytes go over the wire, and how long it takes from a key to the hits.

  npm run measure-search-page -- --site DIR [--queries N --slowdown N --files]

  --site DIR     a built site with the base /
  --queries N    how many queries, made of one to three words of titles (default: 40)
  --slowdown N   how many times slower the page's processor is (default: 4)
  --files        list the files of the first search

Bytes are those of the bodies as a static host sends them: text as gzip, the index as it is, since it is compressed. Of the searches after
the first, half are asked at once, as one pastes a query or follows a link; the others are typed key by key: their bytes are all
that the keys cause, their time runs from the last key to the hits. What every page of the site has is not counted to the search.
`;

/** Between two keys of somebody who types fast. */
const keyMilliseconds = 90;

await run(async () => {
  const { values } = readArguments(
    {
      options: {
        site: { type: 'string' },
        queries: { type: 'string' },
        slowdown: { type: 'string' },
        files: { type: 'boolean' },
      },
    },
    help,
  );
  const { site } = values;
  if (site === undefined || !existsSync(join(site, 'pagefind'))) throw new UsageError('Give a built site: --site DIR.');
  const count = wholeNumber('queries', values.queries ?? '40', 3, 1000);
  const slowdown = wholeNumber('slowdown', values.slowdown ?? '4', 1, 100);
  const queries = titleQueries(join(site, 'pagefind'), count);
  const server = await countingServer(site);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(`${server.url}search/`, { waitUntil: 'networkidle' });
    const idle = server.taken();
    const own = idle.filter(({ path }) => !/^\/search\/$|\.(?:css|woff2|svg)$/.test(path));
    const [opening = '', ...others] = queries;
    const half = Math.ceil(others.length / 2);

    await firstHits(page, opening);
    const first = server.taken();
    await page.locator('search-page:not([aria-busy]) .facet ul').first().waitFor();
    const complete = server.taken();
    console.log(`page ${kilobytes(idle)}, of it for the search ${kilobytes(own)}`);
    console.log(
      `first search: first hits after ${kilobytes([...own, ...first])}, complete after ${kilobytes([...own, ...first, ...complete])}`,
    );
    if (values.files)
      for (const { path, bytes } of [...own, ...first, ...complete])
        console.log(`  ${String(bytes).padStart(7)} ${path}`);

    const bytes: SentFile[][] = [];
    for (const query of others.slice(0, half)) {
      await askAndWait(page, query);
      bytes.push(server.taken());
    }
    reportBytes('further searches, asked at once', bytes.splice(0));
    const times: SearchTimes[] = [];
    for (const query of others.slice(half)) {
      times.push(await typeAndWait(page, query, keyMilliseconds));
      bytes.push(server.taken());
    }
    reportBytes('further searches, typed', bytes);
    const conditions = `${slowdown}x slower, load ${loadavg()[0]?.toFixed(1) ?? '?'}`;
    console.log(`last key to hits: ${quantiles(times.map(({ hits }) => hits))} ms, ${conditions}`);
    console.log(`  to the whole answer: ${quantiles(times.map(({ answer }) => answer))} ms`);
    return 0;
  } finally {
    await browser.close();
    server.close();
  }
});

function reportBytes(name: string, searches: readonly (readonly SentFile[])[]): void {
  const index = searches.map((files) => files.filter(({ path }) => path.includes('/index/')));
  console.log(`${name}: ${quantiles(searches.map((files) => total(files) / 1000))} KB`);
  console.log(`  of it pieces of the index: ${quantiles(index.map((files) => total(files) / 1000))} KB`);
}

function total(files: readonly { bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function kilobytes(files: readonly { bytes: number }[]): string {
  return `${(total(files) / 1000).toFixed(0)} KB`;
}

function quantiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(0);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`;
}
