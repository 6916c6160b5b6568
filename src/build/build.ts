import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadArchive, type LoadedArchive } from '../archive/load.ts';
import { removeDatabase } from '../archive/remove-database.ts';
import { createStore, openStore, type ArchiveStore } from '../archive/store.ts';
import { assemble } from '../core/assemble.ts';
import { hasErrors, type Diagnostic } from '../core/diagnostic.ts';
import type { Counts } from '../core/thread.ts';
import { aliasPath, createUrls } from '../core/urls.ts';
import { offlineList } from '../publish/offline-list.ts';
import { netlifyRedirects, redirectPage } from '../publish/redirect.ts';
import { indexArchive, type PartLimits } from '../search/index-archive.ts';
import { writeFacts } from '../search/write-facts.ts';
import { addresses, curatorAddresses } from './addresses.ts';
import { compilePages } from './compile.ts';
import { keptThreadsFile, pageTracesFile } from './kept-files.ts';
import { writeTraces } from './page-traces.ts';
import { renderPages } from './render-pages.ts';
import { renderWords } from './render-words.ts';
import type { Settings } from './settings.ts';
import { createTask, type StepReporter } from './steps.ts';
import { dropOrphans, recover, remove, stagingFolder, swap } from './swap.ts';
import { verify } from './verify.ts';

export type BuildOptions = {
  settings: Settings;
  /** The project's folder. */
  root: string;
  /** Folder that the site is published from; it is replaced whole, or left as it is. */
  outDir: string;
  /** How many threads of execution may work side by side. */
  jobs: number;
  /** How large a part of the search index may be, if not as large as usual. */
  searchParts?: PartLimits;
  /** The flags for astro.config.mjs, which compiles the pages in a process of its own. */
  environment: NodeJS.ProcessEnv;
  reporter: StepReporter;
};

export type BuildResult =
  | { ok: true; counts: Counts; pages: number; diagnostics: Diagnostic[] }
  /** The content has errors: nothing was built. */
  | { ok: false; diagnostics: Diagnostic[] };

/**
 * Builds the site: load, render, index, publish, verify, swap. Until the last step the old site stays as it is; whatever
 * fails before leaves it untouched and throws.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { settings, root, outDir, jobs, searchParts, reporter } = options;
  const task = createTask(reporter);
  const workDir = join(root, '.responsa');
  const storeFile = join(workDir, `archive-${process.pid}.db`);
  await recover(outDir);
  const staging = stagingFolder(outDir);
  try {
    mkdirSync(workDir, { recursive: true });
    dropOrphans(workDir);
    mkdirSync(staging, { recursive: true });
    const compiling = task('compile pages', () =>
      compilePages(root, join(workDir, 'compiled'), settings, options.environment),
    );
    // The failure of one of the two must not go unheard while the other is awaited.
    compiling.catch(() => undefined);
    const archive = await task(
      'read threads',
      () =>
        loadIntoStore(storeFile, settings, jobs, keptThreadsFile(root, settings), (done, total) => {
          reporter.progress('read threads', done, total);
        }),
      ({ threads }) => `${threads.length} threads`,
    );
    if (hasErrors(archive.diagnostics)) {
      await compiling.catch(() => undefined);
      return { ok: false, diagnostics: archive.diagnostics };
    }
    const compiled = await compiling;
    const store = openStore(storeFile);
    const traceFile = pageTracesFile(root, compiled, outDir, settings);
    const traces = writeTraces(traceFile);
    let rendered = 0;
    try {
      const total = countAddresses(store, settings);
      const pages = await task(
        'render pages',
        () =>
          renderPages(allAddresses(store, settings), {
            entry: compiled.entry,
            storeFile,
            outDir: staging,
            base: settings.config.base,
            jobs,
            last: { site: outDir, traces: traceFile },
            onRendered: (address, trace) => {
              rendered++;
              traces.put(address, trace);
            },
            onProgress: (done) => {
              reporter.progress('render pages', done, total);
            },
          }),
        (count) => (rendered < count ? `${count} files, ${count - rendered} of them unchanged` : `${count} files`),
      );
      await task('copy pictures and assets', () => {
        copyFiles(compiled.assets, archive, store, settings, staging);
      });
      const { threads: indexed } = await task(
        'index for search',
        () =>
          indexArchive({
            archive: store,
            outDir: staging,
            workDir,
            jobs,
            ...(searchParts ? { limits: searchParts } : {}),
            onProgress: (done) => {
              reporter.progress('index for search', done, archive.threads.length);
            },
          }),
        ({ threads }) => `${threads} threads`,
      );
      await task(
        'facts for search',
        () => writeFacts({ archive: store, outDir: staging }),
        (sizes) => `${Object.values(sizes).reduce((sum, size) => sum + size, 0)} bytes`,
      );
      await task('list what is kept offline', () => {
        writeFileSync(join(staging, 'offline.json'), JSON.stringify(offlineList(staging)));
      });
      await task('verify', () => {
        const problems = verify(store, staging, { threads: archive.threads.length, indexed });
        if (problems.length > 0)
          throw new Error(`The site is not whole, so the old one stays:\n  ${problems.slice(0, 20).join('\n  ')}`);
      });
      await task('swap', async () => {
        await swap(staging, outDir);
        traces.keep();
      });
      return { ok: true, counts: store.counts(), pages, diagnostics: archive.diagnostics };
    } finally {
      traces.close();
      store.close();
    }
  } finally {
    await remove(staging);
    removeDatabase(storeFile);
  }
}

/** Loads the archive and lays it down in a store. The store is whole even when there are errors: the rest can be shown. */
export async function loadIntoStore(
  storeFile: string,
  { config, contentDir, contentName }: Settings,
  jobs: number,
  keptIn?: string,
  onProgress?: (done: number, total: number) => void,
): Promise<LoadedArchive> {
  const store = createStore(storeFile);
  try {
    store.putConfig(config);
    const archive = await loadArchive({
      contentDir,
      contentName,
      config,
      jobs,
      words: renderWords(config.locale),
      keptIn,
      onPage: store.putThread,
      ...(onProgress ? { onProgress } : {}),
    });
    const shown = archive.threads.flatMap(({ summary, terms, cites, contributions, commenters }) =>
      summary && terms ? [{ summary, terms, cites, contributions, commenters }] : [],
    );
    store.finish(assemble(shown, archive.tags, archive.authors), archive.diagnostics);
    return archive;
  } finally {
    store.close();
  }
}

function* allAddresses(store: ArchiveStore, settings: Settings): Generator<string> {
  yield* curatorAddresses(settings.contentDir, settings.config.base);
  yield* addresses(store);
}

function countAddresses(store: ArchiveStore, settings: Settings): number {
  let count = 0;
  for (const _ of allAddresses(store, settings)) count++;
  return count;
}

function copyFiles(
  assets: string,
  archive: LoadedArchive,
  store: ArchiveStore,
  { contentDir, config }: Settings,
  staging: string,
): void {
  cpSync(assets, staging, { recursive: true });
  const urls = createUrls(config.url, config.base);
  const redirects: { alias: string; to: string }[] = [];
  for (const { slug, pictures, aliases } of archive.threads) {
    for (const name of pictures) {
      const target = join(staging, 'questions', slug, 'images', name);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(contentDir, 'threads', slug, 'images', name), target);
    }
    for (const { alias } of aliases) {
      const path = aliasPath(alias);
      const file = join(staging, path, 'index.html');
      mkdirSync(dirname(file), { recursive: true });
      const title = store.summary(slug)?.title ?? slug;
      writeFileSync(
        file,
        redirectPage({ title, to: urls.thread(slug), absolute: urls.absolute(urls.thread(slug)), lang: config.locale }),
        { flag: 'wx' },
      );
      redirects.push({ alias: config.base + path, to: urls.thread(slug) });
    }
  }
  if (redirects.length > 0) writeFileSync(join(staging, '_redirects'), netlifyRedirects(redirects));
}
