import { setImmediate as turn } from 'node:timers/promises';
import { WorkPool } from '../parallel/work-pool.ts';
import { explainFullDisk } from './full-disk.ts';
import { reportGonePosts } from './gone-posts.ts';
import { LocalPictures, type PictureSettings } from './local-pictures.ts';
import { lockFolder } from './lock.ts';
import { Manifest } from './manifest.ts';
import type { Platform } from './model.ts';
import { PartWriter, type Part } from './part-writer.ts';
import { planNames } from './plan-names.ts';
import { Report } from './report.ts';
import { leaveOutThread, selector, type Selection } from './selection.ts';
import { Spill } from './spill.ts';
import { tagFile } from './tag-file.ts';
import { toTagName } from './tag-name.ts';
import { answerNames } from './thread-files.ts';
import type { Steps } from './whole-progress.ts';
import type { EditedPolicy } from './write.ts';

/**
 * After so many things the event loop gets its turn: only then does Node free what the native Markdown parser has allocated
 * (5 kB a post), and only then are signals seen.
 */
const turnAfter = 50;
/** Threads or authors that are written at once. */
const partSize = 16;
/** From so many files on it is worth to start workers. */
const manyFiles = 1000;

export type ImportOptions = {
  /** A file or folder, as the platform says. */
  source: string;
  contentDir: string;
  selection: Selection;
  edited: EditedPolicy;
  dryRun: boolean;
  /** How much is done side by side; the result does not depend on it. */
  jobs: number;
  /** Where local copies of remote pictures are. */
  pictures?: PictureSettings | undefined;
  /** The values of the platform's own options. */
  platformOptions: Readonly<Record<string, string | undefined>>;
  onPlan?: (steps: Steps) => void;
  onProgress: (step: string, done: number, total: number) => void;
};

/**
 * Imports a source into a content folder: reads all of it into a scratch database, gives slugs, then writes file by file. Memory
 * does not grow with the texts. It may be killed at any time; the same call then leads to the same tree.
 * @throws SourceError if the source cannot be read at all, another import is at work in the folder, or the disk is full
 */
export async function runImport(platform: Platform, options: ImportOptions): Promise<Report> {
  const report = new Report();
  const local = options.pictures && new LocalPictures(options.pictures);
  const unlock = options.dryRun ? undefined : lockFolder(options.contentDir);
  try {
    const manifest = new Manifest(options.contentDir);
    const spill = new Spill();
    try {
      const site = await readAll(platform, options, spill, report);
      await writeAll(platform, site, options, spill, manifest, report, local);
      return report;
    } catch (error) {
      throw explainFullDisk(error, options.contentDir);
    } finally {
      spill.close();
      manifest.close();
    }
  } finally {
    unlock?.();
  }
}

/** @returns the site that the threads are from */
async function readAll(platform: Platform, options: ImportOptions, spill: Spill, report: Report): Promise<string> {
  const unwanted = selector(options.selection);
  let site = '';
  const context = {
    report,
    options: options.platformOptions,
    jobs: options.jobs,
    plan: (steps: Steps) => options.onPlan?.(steps),
    progress: (done: number, total: number, step = 'reading') => options.onProgress(step, done, total),
  };
  let items = 0;
  for await (const item of platform.read(options.source, context)) {
    if (++items % turnAfter === 0) await turn();
    if (item.kind === 'author') {
      const { externalId, name } = item.author;
      if (!spill.addAuthor(item.author))
        report.problem('same-id', externalId, `a second author has this id: ${name}`, 'authors');
    } else if (item.kind === 'tag') {
      const name = toTagName(item.tag.name);
      if (name === undefined)
        report.leaveOut('tags', 'tag-dropped', item.tag.name, 'has nothing that a tag can be made of');
      else if (!spill.addTag(name, item.tag))
        report.leaveOut('tags', 'same-tag', item.tag.name, `another tag is ${name} already`);
    } else {
      const { thread } = item;
      site ||= thread.question.source.site;
      const reason = unwanted(thread);
      if (reason !== undefined) {
        leaveOutThread(thread, reason, report);
        spill.addUnwanted(thread.externalId);
      } else if (!spill.addThread(thread, answerNames(thread))) {
        report.problem('same-id', thread.externalId, `a second thread has this id; the first is kept: ${thread.title}`);
        leaveOutThread(thread, 'same-id', report);
      }
    }
  }
  return site;
}

async function writeAll(
  platform: Platform,
  site: string,
  options: ImportOptions,
  spill: Spill,
  manifest: Manifest,
  report: Report,
  local: LocalPictures | undefined,
): Promise<void> {
  const { contentDir, edited, dryRun, jobs, pictures, onProgress } = options;
  const scope = `${platform.name}:${site}`;
  spill.share(planNames(scope, contentDir, spill, manifest));
  const settings = {
    contentDir,
    edited,
    dryRun,
    spill: spill.path,
    known: manifest.path,
    platform: platform.name,
    scope,
    pictures,
  };
  const own = new PartWriter(settings, platform, local, 0);
  const total = spill.countFiles();
  const pool = new WorkPool(
    { worker: new URL('./writing-worker.ts', import.meta.url), settings, work: (part: Part) => own.write(part) },
    total < manyFiles ? 1 : jobs,
  );
  try {
    let done = 0;
    for await (const { result } of pool.map(parts(own))) {
      manifest.see(result.files);
      report.take(result.report);
      onProgress('writing', (done += result.files.length), total);
    }
    for (const { name, tag } of spill.tags()) {
      const owner = manifest.sourceOf(`tags/${name}.md`);
      if (owner !== undefined && owner !== scope) {
        const what = `tags/${name}.md is of another source, ${owner}; add to it what this one says of the tag`;
        report.leaveOut('tags', 'tag-taken', name, what);
        continue;
      }
      const file = tagFile(name, tag, site, own.names, report);
      if (!file) continue;
      manifest.see(own.writer.write([file], report, `${scope} ${name}`));
      report.arrived('tags');
    }
  } finally {
    await pool.close();
    own.close();
  }
  report.leaveOutMany('authors', 'wrote-nothing', spill.countUnusedAuthors());
  reportGonePosts(scope, manifest, contentDir, (id) => spill.isUnwanted(id), report);
  if (!dryRun) manifest.save();
}

function* parts(writer: PartWriter): Generator<{ task: Part }> {
  for (const what of ['threads', 'authors'] as const) {
    const last = writer.count(what);
    for (let from = 1; from <= last; from += partSize) {
      yield { task: { what, from, to: Math.min(last, from + partSize - 1) } };
    }
  }
}
