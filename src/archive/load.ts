import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { compareDiagnostics, type Diagnostic } from '../core/diagnostic.ts';
import type { Config } from '../core/schema/config.ts';
import type { Synonyms } from '../core/tag-names.ts';
import { createUrls } from '../core/urls.ts';
import { existence, listContent } from './list-content.ts';
import type { LoadedThread } from './load-thread.ts';
import type { ThreadContext } from './thread-context.ts';
import { threadLoader } from './thread-loader.ts';
import type { FactsAndPage, ThreadPage } from './thread-page.ts';
import { bylines, loadAuthors, loadTags } from './load-wikis.ts';
import { aliasConflicts } from './rules/alias-conflict.ts';
import { duplicateCycles } from './rules/duplicate-cycle.ts';
import type { WorkerData, WorkerRequest } from './thread-worker.ts';
import type { AuthorFile, TagFile } from './wiki-files.ts';

export type LoadOptions = {
  /** Where the content folder is on disk. */
  contentDir: string;
  /** How diagnostics call it, such as `content`. */
  contentName: string;
  config: Config;
  /** The time of the run, in milliseconds since 1970: dates behind it are reported. Default: what the machine's clock says. */
  now?: number;
  /** How many threads of execution may read and render side by side. */
  jobs: number;
  /** Load these threads alone; rules about the whole archive are then left out. */
  only?: ReadonlySet<string>;
  /** Whether a tag's or author's file is to be checked; of the others only what threads need is read. Default: all are. */
  isAsked?: (problem: Pick<Diagnostic, 'file'>) => boolean;
  parser?: ThreadContext['parser'];
  words?: ThreadContext['words'];
  /** File that keeps loaded threads for the next time; see `threadLoader`. */
  keptIn?: string | undefined;
  /** Takes the texts of each thread that can be shown, which are not kept. */
  onPage?: (page: ThreadPage) => void;
  onProgress?: (done: number, total: number) => void;
};

/** An archive without its texts. */
export type LoadedArchive = {
  threads: LoadedThread[];
  tags: TagFile[];
  authors: AuthorFile[];
  /** Everything that is wrong, in the order of files and lines. */
  diagnostics: Diagnostic[];
};

/** Below this many threads, starting a worker takes longer than it saves. */
const worthAWorker = 200;
const batchSize = 50;

/**
 * Reads, parses, checks and renders a whole content folder. It collects every problem and stops at none.
 * Threads come back in the order of their folders' names.
 */
export async function loadArchive(options: LoadOptions): Promise<LoadedArchive> {
  const { only } = options;
  const { list, tags, authors, context } = openContent(options);
  const names = only ? list.threads.filter((name) => only.has(name)) : list.threads;
  const threads: LoadedThread[] = [];
  let done = 0;
  const take = ({ facts, page }: FactsAndPage, index: number) => {
    threads[index] = facts;
    if (page) options.onPage?.(page);
    options.onProgress?.(++done, names.length);
  };
  if (options.jobs < 2 || names.length < worthAWorker) {
    const loader = threadLoader(context, options.keptIn);
    for (const [index, name] of names.entries()) {
      take(loader.load(name), index);
      if (index % batchSize !== 0) continue;
      loader.flush();
      // The parser's own memory is given back when the event loop turns, and not before.
      await turn();
    }
    loader.flush();
    loader.close();
  } else {
    await loadInWorkers(names, context, options, take);
  }
  return {
    threads,
    tags: tags.tags,
    authors: authors.authors,
    diagnostics: [
      ...list.diagnostics,
      ...tags.diagnostics,
      ...authors.diagnostics,
      ...threads.flatMap(({ diagnostics }) => diagnostics),
      ...(only ? [] : archiveProblems(threads)),
    ].sort(compareDiagnostics),
  };
}

/** The rules that need all threads at once. */
export function archiveProblems(threads: readonly LoadedThread[]): Diagnostic[] {
  return [...aliasConflicts(threads), ...duplicateCycles(threads)];
}

/** The context to load single threads of an archive with, as `loadArchive` does for all of them. */
export function threadContext(options: ContentOptions): ThreadContext & { synonyms: Synonyms } {
  return openContent(options).context;
}

type ContentOptions = Pick<
  LoadOptions,
  'contentDir' | 'contentName' | 'config' | 'now' | 'isAsked' | 'parser' | 'words'
>;

/** Lists a content folder and loads what all threads share. */
function openContent({ contentDir, contentName, config, now, isAsked, parser, words }: ContentOptions) {
  const list = listContent(contentDir, contentName);
  const wiki = {
    contentDir,
    contentName,
    config,
    urls: createUrls(config.url, config.base),
    exists: existence(contentDir),
    threadNames: list.threads,
    ...(parser ? { parser } : {}),
    ...(words ? { words } : {}),
  };
  const asked = { ...wiki, ...(isAsked ? { isAsked } : {}) };
  const tags = loadTags(list, asked);
  const authors = loadAuthors(list, asked);
  const context = {
    ...wiki,
    now: now ?? Date.now(),
    synonyms: synonymsOf(tags.tags),
    authors: bylines(authors.authors),
  };
  return { list, tags, authors, context };
}

function synonymsOf(tags: readonly TagFile[]): Synonyms {
  return new Map(tags.flatMap(({ name, synonyms }) => synonyms.map((synonym) => [synonym, name] as const)));
}

async function loadInWorkers(
  names: readonly string[],
  context: ThreadContext,
  { jobs, keptIn }: Pick<LoadOptions, 'jobs' | 'keptIn'>,
  take: (loaded: FactsAndPage, index: number) => void,
): Promise<void> {
  // Functions do not cross to a worker: it makes its own from the plain values.
  const { urls: _urls, exists: _exists, ...plain } = context;
  const workerData: WorkerData = { ...plain, keptIn };
  let next = 0;
  const work = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const hand = () => {
        const first = next;
        next += batchSize;
        const request: WorkerRequest = { first, names: names.slice(first, first + batchSize) };
        worker.postMessage(request);
        return request.names.length > 0;
      };
      worker.on('error', reject);
      worker.on('message', (message: { first: number; threads: FactsAndPage[] }) => {
        // An error that is thrown in here would end the process.
        try {
          message.threads.forEach((loaded, index) => {
            take(loaded, message.first + index);
          });
          if (!hand()) resolve();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      hand();
    });
  const workers = Array.from(
    { length: jobs },
    () => new Worker(new URL('./thread-worker.ts', import.meta.url), { workerData }),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
