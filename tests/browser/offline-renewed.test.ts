import { appendFileSync, cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { serve } from '../../src/build/serve.ts';
import { loadSettings } from '../../src/build/settings.ts';
import { startBrowser } from './_open.ts';

const open = startBrowser();
const root = resolve(import.meta.dirname, '../..');
const flags = { content: 'tests/fixtures/archive/content', config: 'tests/fixtures/archive/responsa.config.ts' };
const thread = 'questions/tabs-or-spaces/';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'responsa-renewed-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Publishes the fixture archive with one more sentence in a question, in the place of the site that is there. */
async function publish(siteDir: string, sentence: string): Promise<void> {
  const settings = await loadSettings(flags, root);
  const contentDir = join(folder, 'content');
  cpSync(settings.contentDir, contentDir, { recursive: true });
  appendFileSync(join(contentDir, 'threads/tabs-or-spaces/question.md'), `\n${sentence}\n`);
  const result = await build({
    settings: { ...settings, contentDir },
    root,
    outDir: siteDir,
    jobs: 2,
    environment: { RESPONSA_CONTENT: contentDir, RESPONSA_CONFIG: resolve(root, flags.config) },
    reporter: { progress: () => undefined, finished: () => undefined },
  });
  expect(result.ok).toBe(true);
}

/** A site that can be taken off the network and put back at the same address. */
async function startSite(dir: string) {
  const start = (port: number) => serve({ dir, base: '/archive/', port, host: '127.0.0.1' });
  let server: Server | undefined = await start(0);
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The test server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/archive/`,
    stop: async () => {
      const stopped = server;
      server = undefined;
      stopped?.closeAllConnections();
      await new Promise((resolve) => (stopped ? stopped.close(resolve) : resolve(undefined)));
    },
    start: async () => {
      server = await start(address.port);
    },
    /** Waits until a file is asked for. */
    asked: (path: string) =>
      new Promise<void>((resolve) => server?.on('request', ({ url }) => url?.endsWith(path) && resolve())),
  };
}

/** The version that a site says it is, and those that the browser keeps something of. */
const versions = (page: Page) =>
  page.evaluate(async () => {
    const list = (await (await fetch('/archive/offline.json')).json()) as { version: string };
    return { published: list.version, kept: (await caches.keys()).map((name) => name.replace(/.* /, '')) };
  });

/** What a reader without a network has: the question, and how much a search finds for the new word. */
async function readOffline(page: Page, url: string) {
  await page.goto(url + thread);
  const text = await page.locator('.post').first().innerText();
  const found: Record<string, string | null> = {};
  for (const word of ['tabs', 'quokka']) {
    await page.goto(`${url}search/?q=${word}`);
    const status = page.locator('search-page:not([aria-busy]) [data-part="status"]', { hasText: '“' });
    await status.waitFor();
    found[word] = await status.textContent();
  }
  return { hasSentence: text.includes('quokka'), found };
}

it('gives who keeps the archive the new version of a site, and the old one until the new is there whole', async () => {
  const siteDir = join(folder, 'site');
  cpSync(inject('siteDir'), siteDir, { recursive: true });
  const site = await startSite(siteDir);
  const page = await open(`${site.url}search/`, { quiet: false });
  await page.getByRole('button', { name: 'Keep it offline' }).click();
  await page.getByRole('button', { name: 'Remove it' }).waitFor();
  const first = await versions(page);
  expect(first.kept).toEqual([first.published]);

  // While it is uploaded, the new page is not there yet.
  await publish(siteDir, 'Even a quokka would ask.');
  const changed = join(siteDir, thread, 'index.html');
  renameSync(changed, join(folder, 'not-yet.html'));
  const refused = site.asked(thread);
  await page.goto(`${site.url}search/`);
  await refused;
  const between = await versions(page);
  expect(between.published).not.toBe(first.published);
  expect(between.kept).toContain(first.published);
  await site.stop();
  const old = await readOffline(page, site.url);

  renameSync(join(folder, 'not-yet.html'), changed);
  await site.start();
  await page.goto(`${site.url}search/`);
  await expect.poll(async () => (await versions(page)).kept, { timeout: 20_000 }).toEqual([between.published]);
  await site.stop();
  const renewed = await readOffline(page, site.url);

  const tabs = '1 thread for “tabs”';
  expect(old).toEqual({ hasSentence: false, found: { tabs, quokka: '0 threads for “quokka”' } });
  expect(renewed).toEqual({ hasSentence: true, found: { tabs, quokka: '1 thread for “quokka”' } });
});
