import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../src/archive/store.ts';
import { addresses } from '../../src/build/addresses.ts';
import { loadIntoStore } from '../../src/build/build.ts';
import { compilePages } from '../../src/build/compile.ts';
import { writeTraces } from '../../src/build/page-traces.ts';
import { renderPages } from '../../src/build/render-pages.ts';
import { loadSettings } from '../../src/build/settings.ts';

const root = resolve(import.meta.dirname, '../..');
const flags = { content: 'tests/fixtures/archive/content', config: 'tests/fixtures/archive/responsa.config.ts' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'responsa-again-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Renders the pages of the sample archive, with changes to its content, and says which of them were made anew. */
async function render(name: string, last?: string, change: (content: string) => void = () => undefined) {
  const settings = await loadSettings(flags, root);
  const environment = { RESPONSA_CONTENT: settings.contentDir, RESPONSA_CONFIG: resolve(root, flags.config) };
  // Compiled already, for the site that all these tests read.
  const { entry } = await compilePages(root, join(root, '.responsa', 'compiled'), settings, environment);
  const content = join(folder, `content-${name}`);
  cpSync(settings.contentDir, content, { recursive: true });
  change(content);
  const storeFile = join(folder, `${name}.db`);
  await loadIntoStore(storeFile, { ...settings, contentDir: content }, 1);
  const store = openStore(storeFile);
  const outDir = join(folder, name);
  mkdirSync(outDir);
  const traceFile = join(folder, 'traces.db');
  const traces = last === undefined ? undefined : writeTraces(traceFile);
  const made: string[] = [];
  await renderPages(addresses(store), {
    entry,
    storeFile,
    outDir,
    base: settings.config.base,
    jobs: 1,
    ...(last === undefined ? {} : { last: { site: join(folder, last), traces: traceFile } }),
    onRendered: (address, trace) => {
      made.push(address.slice(settings.config.base.length));
      traces?.put(address, trace);
    },
  });
  store.close();
  traces?.keep();
  traces?.close();
  return made;
}

const files = (name: string) =>
  Object.fromEntries(
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + name.length + 2), readFileSync(path, 'utf8')]),
  );

it('makes anew what changed, what is missing and what somebody else wrote into, and takes over the rest', async () => {
  const all = await render('first', 'nothing');
  rmSync(join(folder, 'first', 'tags', 'index.html'));
  appendFileSync(join(folder, 'first', 'robots.txt'), 'Disallow: /');
  const edited = join(folder, 'first', 'llms.txt');
  const { atime, mtime } = statSync(edited);
  writeFileSync(edited, readFileSync(edited, 'utf8').toUpperCase());
  utimesSync(edited, atime, mtime);
  const edit = (content: string) => {
    const thread = join(content, 'threads', 'tabs-or-spaces');
    mkdirSync(join(thread, 'answers'), { recursive: true });
    writeFileSync(join(thread, 'answers', 'neither.md'), '---\nauthor: anonymous\n---\n\nNeither.\n');
  };
  const made = await render('second', 'first', edit);
  expect(made).toContain('robots.txt');
  expect(made).toContain('tags/');
  expect(made).toContain('llms.txt');
  const ofThreads = /^questions\/(?!active\/|top\/|unanswered\/)[^/]+(?:\/|\.md|\.json)$/;
  expect(made.filter((address) => ofThreads.test(address)).sort()).toEqual([
    'questions/tabs-or-spaces.json',
    'questions/tabs-or-spaces.md',
    'questions/tabs-or-spaces/',
  ]);
  expect(made.length).toBeLessThan(all.length / 4);
  await render('whole', undefined, edit);
  expect(files('second')).toEqual(files('whole'));
  expect(Object.keys(files('second'))).toHaveLength(all.length);
});

it('makes all pages anew when the file that says what they were made from is damaged', async () => {
  const all = await render('first', 'nothing');
  const file = join(folder, 'traces.db');
  writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 4096), Buffer.alloc(40_960, 'damage')]));
  const made = await render('second', 'first');
  expect(made.sort()).toEqual(all.sort());
  expect(files('second')).toEqual(files('first'));
});

it('compiles the pages anew when what was compiled is damaged', async () => {
  const settings = await loadSettings(flags, root);
  const environment = { RESPONSA_CONTENT: settings.contentDir, RESPONSA_CONFIG: resolve(root, flags.config) };
  const kept = await compilePages(root, join(root, '.responsa', 'compiled'), settings, environment);
  const cache = join(folder, 'compiled');
  cpSync(join(kept.entry, '..', '..'), join(cache, basename(join(kept.entry, '..', '..'))), { recursive: true });
  const copy = () => compilePages(root, cache, settings, environment);
  const { entry } = await copy();
  truncateSync(entry, 1_000);
  await copy();
  expect(statSync(entry).size).toBeGreaterThan(1_000);
}, 60_000);
