import { createReadStream, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, sep } from 'node:path';
import sirv from 'sirv';
import type { Plugin, ViteDevServer } from 'vite';
import { archiveProblems, loadArchive, threadContext, type LoadedArchive } from '../archive/load.ts';
import { loadThread } from '../archive/load-thread.ts';
import { removeDatabase } from '../archive/remove-database.ts';
import { visible } from '../archive/report/visible.ts';
import { createStore, type StoreWriter } from '../archive/store.ts';
import { factsAndPage } from '../archive/thread-page.ts';
import { assemble } from '../core/assemble.ts';
import { compareDiagnostics, type Diagnostic } from '../core/diagnostic.ts';
import { keptThreadsFile } from './kept-files.ts';
import { renderWords } from './render-words.ts';
import type { Settings } from './settings.ts';
import { dropOrphans } from './swap.ts';

/** How long to wait after a change for more of them: editors write in several steps. */
const quietMilliseconds = 80;

/**
 * Keeps the archive of `astro dev` up to date with the content folder: a change in a thread loads that thread again, a change
 * in a tag or an author all of them, and open pages reload. What is broken is shown in the pages; the rest goes on working.
 */
export function liveArchive(settings: Settings): Plugin {
  return {
    name: 'responsa-live-archive',
    apply: 'serve',
    async configureServer(server) {
      const live = await openLiveArchive(settings, server.config.root);
      process.env['RESPONSA_STORE'] = live.storeFile;
      serveFiles(server, settings, live);
      watch(server, settings, live);
      server.httpServer?.once('close', live.close);
    },
  };
}

type LiveArchive = Awaited<ReturnType<typeof openLiveArchive>>;

async function openLiveArchive(settings: Settings, root: string) {
  const folder = join(root, '.responsa');
  mkdirSync(folder, { recursive: true });
  dropOrphans(folder);
  const storeFile = join(folder, `dev-${process.pid}.db`);
  const writer = createStore(storeFile);
  writer.putConfig(settings.config);
  const keptIn = keptThreadsFile(root, settings);
  let archive = await loadAll(settings, writer, keptIn);
  const finish = () => {
    const shown = archive.threads.flatMap(({ summary, terms, cites, contributions, commenters }) =>
      summary && terms ? [{ summary, terms, cites, contributions, commenters }] : [],
    );
    writer.finish(assemble(shown, archive.tags, archive.authors), archive.diagnostics);
  };
  finish();
  return {
    storeFile,
    problems: (): readonly Diagnostic[] => archive.diagnostics,
    shows: (slug: string, picture: string) =>
      archive.threads.some((thread) => thread.slug === slug && thread.pictures.includes(picture)),
    async reloadAll() {
      const before = archive.threads;
      archive = await loadAll(settings, writer, keptIn);
      const left = new Set(archive.threads.map(({ slug }) => slug));
      for (const { slug } of before) if (!left.has(slug)) writer.dropThread(slug);
      finish();
    },
    reload(names: ReadonlySet<string>) {
      const context = threadContext({ ...settings, words: renderWords(settings.config.locale) });
      const bySlug = new Map(archive.threads.map((thread) => [thread.slug as string, thread]));
      for (const name of names) {
        const known = bySlug.get(name);
        if (known) writer.dropThread(known.slug);
        bySlug.delete(name);
        if (!context.exists(`threads/${name}`)) continue;
        const { facts, page } = factsAndPage(loadThread(name, context));
        if (page) writer.putThread(page);
        bySlug.set(name, facts);
      }
      const threads = [...bySlug.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
      const fromFiles = new Set(archive.threads.flatMap(({ diagnostics }) => diagnostics));
      const fromArchive = new Set(archiveProblems(archive.threads).map((problem) => JSON.stringify(problem)));
      const others = archive.diagnostics.filter(
        (problem) => !fromFiles.has(problem) && !fromArchive.has(JSON.stringify(problem)),
      );
      const diagnostics = [
        ...others,
        ...threads.flatMap((thread) => thread.diagnostics),
        ...archiveProblems(threads),
      ].sort(compareDiagnostics);
      archive = { ...archive, threads, diagnostics };
      finish();
    },
    close: () => {
      writer.close();
      removeDatabase(storeFile);
    },
  };
}

function loadAll(
  { config, contentDir, contentName }: Settings,
  writer: StoreWriter,
  keptIn: string,
): Promise<LoadedArchive> {
  return loadArchive({
    contentDir,
    contentName,
    config,
    jobs: availableParallelism(),
    words: renderWords(config.locale),
    keptIn,
    onPage: writer.putThread,
  });
}

function watch(server: ViteDevServer, { contentDir }: Settings, live: LiveArchive): void {
  let changed = new Set<string>();
  let everything = false;
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  let said = say(server, live.problems(), new Set());

  const update = async () => {
    const names = changed;
    const all = everything;
    changed = new Set();
    everything = false;
    try {
      if (all) await live.reloadAll();
      else live.reload(names);
    } catch (error) {
      server.config.logger.error(
        `The archive could not be loaded again: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    said = say(server, live.problems(), said);
    server.ws.send({ type: 'full-reload' });
  };

  server.watcher.add(contentDir);
  server.watcher.on('all', (_event, file) => {
    const parts = relative(contentDir, file).split(sep);
    const [kind, name] = parts;
    if (kind === '..' || kind === 'pages' || kind === undefined || kind === '') return;
    if (kind === 'threads' && name !== undefined) changed.add(name);
    else everything = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(update);
    }, quietMilliseconds);
  });
}

/** Prints the problems that have not been said, and that those said before are mended. Returns what is said by now. */
function say(server: ViteDevServer, problems: readonly Diagnostic[], said: ReadonlySet<string>): Set<string> {
  const { logger } = server.config;
  const now = new Map(
    problems.map((problem) => {
      const { file, line, column, severity, rule, message } = problem;
      return [visible(`${file}:${line}:${column} ${severity} ${rule} ${message}`), severity];
    }),
  );
  const fresh = [...now].filter(([text]) => !said.has(text));
  for (const [text, severity] of fresh.slice(0, 20)) logger[severity === 'error' ? 'error' : 'warn'](text);
  if (fresh.length > 20) logger.warn(`… and ${fresh.length - 20} more: npm run validate shows all.`);
  const mended = [...said].filter((text) => !now.has(text)).length;
  if (mended > 0) logger.info(`${mended} mended, ${now.size} left`);
  return new Set(now.keys());
}

/** Pictures of threads, and what the last build indexed for the search, which lie outside what Vite serves. */
function serveFiles(server: ViteDevServer, { config, contentDir }: Settings, live: LiveArchive): void {
  const picture = /^\/questions\/([^/]+)\/images\/([^/]+)$/;
  const ofSearch = /^\/(?:pagefind\/.+|search\/[^/]+\.(?:json|facts))$/;
  const lastBuild = sirv(join(server.config.root, 'dist'), { dev: true });
  server.middlewares.use((request, response, next) => {
    const path = decodePath((request.url ?? '').replace(/[?#].*$/, ''));
    const below = path.startsWith(config.base) ? path.slice(config.base.length - 1) : path;
    const [, slug, name] = picture.exec(below) ?? [];
    if (slug !== undefined && name !== undefined && live.shows(slug, name)) {
      createReadStream(join(contentDir, 'threads', slug, 'images', name))
        .on('error', next)
        .pipe(response);
    } else if (ofSearch.test(below)) {
      const asked = request.url;
      request.url = below;
      lastBuild(request, response, () => {
        request.url = asked;
        next();
      });
    } else next();
  });
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
