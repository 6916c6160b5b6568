import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ArchiveStore } from '../archive/store.ts';
import { vocabularyFile } from '../core/index-name.ts';
import { documentOf } from '../core/text-index/fragment.ts';
import { createUrls } from '../core/urls.ts';
import { joinParts } from './join-parts.ts';
import { runPagefind } from './run-pagefind.ts';
import { searchDocument } from './search-document.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { createWordForms, type WordForms } from './word-forms.ts';
import { wordRuns } from './word-runs.ts';

export type PartLimits = {
  threads: number;
  /** Of the documents. Pagefind holds about 38 times as much in memory. */
  bytes: number;
  /** Of the documents of all parts that are indexed at the same time, if they are several. */
  bytesAtOnce: number;
  /** Of the threads of parts that are then joined to one. */
  joined: number;
};

/**
 * Small enough that what Pagefind takes for those that are indexed side by side is under half a GB: it keeps one processor busy, and
 * waits for files. They are joined, which needs little memory, to parts that browsers load: large enough that most archives are one,
 * small enough that the first of a large archive is there soon.
 */
const defaultLimits: PartLimits = { threads: 1_250, bytes: 5e6, bytesAtOnce: 10e6, joined: 25_000 };

export type IndexOptions = {
  archive: ArchiveStore;
  /** Folder of the site; the index is written to `pagefind/` in it. */
  outDir: string;
  /** Folder for what is written on the way and removed again. */
  workDir: string;
  /** How many parts may be indexed side by side. */
  jobs: number;
  limits?: PartLimits;
  /** Told how many threads are done, now and then. */
  onProgress?: (done: number) => void;
};

/** Documents in a folder, as Pagefind reads them. */
type Part = { documents: string; threads: number; bytes: number };

/**
 * Makes the search index of an archive, in parts of bounded size: an index must fit into memory, an archive need not. The first part
 * has the threads with most votes.
 * @returns how many threads are in it
 * @throws Error with what Pagefind says, if it refuses one
 */
export async function indexArchive(options: IndexOptions): Promise<{ threads: number }> {
  const { archive, outDir, workDir, jobs, limits = defaultLimits, onProgress } = options;
  const folder = join(outDir, 'pagefind');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(workDir, { recursive: true });
  const work = mkdtempSync(join(workDir, 'search-'));
  const outputs: string[] = [];
  const running = new Map<Promise<void>, number>();
  let cleared: Promise<void> | undefined;
  let [written, indexed, joined] = [0, 0, 0];
  // A third of the time goes into documents, a third into what Pagefind makes of them, and a third into joining that.
  const report = () => onProgress?.(Math.floor((written + indexed + joined) / 3));
  const run = async ({ documents, threads }: Part, output: string) => {
    await runPagefind(documents, output);
    // The documents stay until the end: where many files were just deleted, it takes long to make others.
    indexed += threads;
    report();
  };
  try {
    const vocabulary = createVocabulary();
    const forms = createWordForms();
    const parts = writeParts(archive, work, limits, vocabulary, forms, (count) => {
      written = count;
      if (written % 100 === 0) report();
    });
    for (const part of parts) {
      while (running.size > 0 && (running.size >= jobs || sum(running) + part.bytes > limits.bytesAtOnce))
        await Promise.race(running.keys());
      const output = join(folder, `part-${outputs.length}`);
      outputs.push(output);
      // One that failed stays, so that whoever waits next hears of it.
      const done: Promise<void> = run(part, output).then(() => void running.delete(done));
      running.set(done, part.bytes);
    }
    await Promise.all(running.keys());
    // Beside the joining, which makes few files.
    cleared = rm(work, { recursive: true, force: true });
    cleared.catch(() => undefined);
    const threads = await joinParts({
      parts: outputs,
      folder,
      most: limits.joined,
      common: vocabulary.common(),
      forms,
      jobs,
      onProgress: (done) => {
        joined = done;
        report();
      },
    });
    if (threads !== written)
      throw new Error(`Of ${written} threads only ${threads} are in the search index in ${folder}.`);
    writeFileSync(join(folder, vocabularyFile), vocabulary.pack());
    return { threads };
  } finally {
    await Promise.allSettled([...running.keys(), cleared]);
    rmSync(work, { recursive: true, force: true });
  }
}

/** Writes the documents of all threads, each where Pagefind takes its address from, and hands over each part when it is full. */
function* writeParts(
  archive: ArchiveStore,
  work: string,
  limits: PartLimits,
  vocabulary: Vocabulary,
  forms: WordForms,
  onWritten: (count: number) => void,
): Generator<Part> {
  // Addresses without the base: Pagefind's code puts before them the path that it was loaded from.
  const urls = createUrls(archive.config().url, '/');
  let parts = 0;
  let written = 0;
  const open = (): Part => ({ documents: join(work, String(parts++)), threads: 0, bytes: 0 });
  let part = open();
  for (const slug of archive.slugsByVotes()) {
    const thread = archive.thread(slug);
    if (!thread) continue;
    const text = searchDocument(thread);
    const document = Buffer.from(text);
    const runs = wordRuns(thread.title, text);
    vocabulary.add(thread.lang, runs);
    forms.add(new Intl.Locale(thread.lang).language, runs);
    if (part.threads > 0 && (part.threads >= limits.threads || part.bytes + document.length > limits.bytes)) {
      yield part;
      part = open();
    }
    const target = join(part.documents, documentOf(urls.thread(slug)));
    if (part.threads === 0) mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, document);
    part.threads++;
    part.bytes += document.length;
    onWritten(++written);
  }
  if (part.threads > 0) yield part;
}

function sum(bytes: ReadonlyMap<unknown, number>): number {
  return [...bytes.values()].reduce((total, value) => total + value, 0);
}
