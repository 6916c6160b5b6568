import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { anonymous, reservedSlugs } from '../core/ids.ts';
import { authorFile } from './author-file.ts';
import { reportGonePosts } from './gone-posts.ts';
import { LocalPictures } from './local-pictures.ts';
import { lockFolder } from './lock.ts';
import { Manifest } from './manifest.ts';
import type { Platform } from './model.ts';
import { Report } from './report.ts';
import { leaveOutThread, selector, type Selection } from './selection.ts';
import { assignSlugs, compareIds, type Nameable } from './slugs.ts';
import { Spill } from './spill.ts';
import { tagFile } from './tag-file.ts';
import { toTagName } from './tag-name.ts';
import { answerNames, threadFiles, type Names } from './thread-files.ts';
import { ThreadPictures } from './thread-pictures.ts';
import { Writer, type EditedPolicy } from './write.ts';

/**
 * After so many things the event loop gets its turn: only then does Node free what the native Markdown parser has allocated
 * (5 kB a post), and only then are signals seen.
 */
const turnAfter = 50;

export type ImportOptions = {
  /** A file or folder, as the platform says. */
  source: string;
  contentDir: string;
  selection: Selection;
  edited: EditedPolicy;
  dryRun: boolean;
  /** How much is done side by side; the result does not depend on it. */
  jobs: number;
  /** A folder with local copies of remote pictures, and the bytes that a picture may have. */
  pictures?: { folder: string; largest: number } | undefined;
  /** The values of the platform's own options. */
  platformOptions: Readonly<Record<string, string | undefined>>;
  onProgress: (step: string, done: number, total: number) => void;
};

/**
 * Imports a source into a content folder: reads all of it into a scratch database, gives slugs, then writes file by file. Memory
 * does not grow with the texts. It may be killed at any time; the same call then leads to the same tree.
 * @throws SourceError if the source cannot be read at all, or another import is at work in the folder
 */
export async function runImport(platform: Platform, options: ImportOptions): Promise<Report> {
  const report = new Report();
  const local = options.pictures && new LocalPictures(options.pictures.folder, options.pictures.largest);
  const unlock = options.dryRun ? undefined : lockFolder(options.contentDir);
  try {
    const manifest = new Manifest(options.contentDir);
    const spill = new Spill();
    try {
      const site = await readAll(platform, options, spill, report);
      await writeAll(platform, site, options, spill, manifest, report, local);
      return report;
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
  const { contentDir, edited, dryRun, onProgress } = options;
  const writer = new Writer(manifest, report, { contentDir, edited, dryRun });
  const scope = `${platform.name}:${site}`;

  const { slugs, originals, isHere, kept } = planThreads(scope, contentDir, spill, manifest);

  const keptHandles = manifest.namesOf(scope, 'authors');
  const takenHandles = namesIn(contentDir, 'authors', new Set(keptHandles.values()));
  takenHandles.add(anonymous).add('page');
  const handles = assignSlugs(
    [...spill.usedAuthors()].map(({ externalId, name }) => ({ externalId, text: name })),
    'user',
    keptHandles,
    takenHandles,
  );

  const names: Names = {
    postOfUrl: platform.postOfUrl,
    placeOf: (id) => spill.placeOf(id) ?? (isHere(id) ? { thread: id, answer: undefined } : undefined),
    slugOf: (id) => slugs.get(id) ?? (isHere(id) ? kept.get(id) : undefined),
    handleOf: (id) => handles.get(id),
    mayBeDuplicate: (id) => !isCut(id, originals),
  };
  let done = 0;
  for (const thread of spill.threads()) {
    const slug = slugs.get(thread.externalId);
    if (slug === undefined) continue;
    const from = `${scope} ${thread.externalId}`;
    const pictures = local && new ThreadPictures(local, report);
    writer.write(threadFiles(thread, slug, names, report, pictures), from);
    for (const picture of pictures?.files(slug) ?? []) writer.write([picture], from);
    report.arrived('threads');
    report.arrived('answers', thread.answers.length);
    onProgress('writing', ++done, slugs.size);
    if (done % turnAfter === 0) await turn();
  }
  for (const { name, tag } of spill.tags()) {
    const file = tagFile(name, tag, site, names, report);
    if (file) {
      writer.write([file]);
      report.arrived('tags');
    }
  }
  for (const author of spill.usedAuthors()) {
    const handle = handles.get(author.externalId);
    if (handle === undefined) continue;
    writer.write([authorFile(handle, author, report)], `${scope} ${author.externalId}`);
    report.arrived('authors');
  }
  report.leaveOutMany('authors', 'wrote-nothing', spill.countUnusedAuthors());
  reportGonePosts(scope, manifest, contentDir, (id) => spill.isUnwanted(id), report);
  if (!dryRun) manifest.save();
}

/** Gives every thread its slug, and says which asks which again. */
function planThreads(scope: string, contentDir: string, spill: Spill, manifest: Manifest) {
  const kept = manifest.namesOf(scope, 'threads');
  const taken = namesIn(contentDir, 'threads', new Set(kept.values()));
  for (const word of reservedSlugs) taken.add(word);
  const originals = new Map<string, string>();
  const titles: Nameable[] = [];
  for (const { id, title, aliases, duplicateOf } of spill.outlines()) {
    titles.push({ externalId: id, text: title });
    for (const path of aliases) taken.add(path.replace(/^questions\//, ''));
    if (duplicateOf !== undefined) originals.set(id, duplicateOf);
  }
  for (const [id, original] of originals) originals.set(id, spill.placeOf(original)?.thread ?? original);
  /** Whether a thread is from an earlier import, and is still in the content: links lead to it also if it is not in this one. */
  const isHere = (id: string): boolean => {
    const slug = kept.get(id);
    return slug !== undefined && existsSync(join(contentDir, 'threads', slug, 'question.md'));
  };
  return { slugs: assignSlugs(titles, 'question', kept, taken), originals, isHere, kept };
}

/** Names of threads or authors that are there and are not this source's. */
function namesIn(contentDir: string, folder: 'threads' | 'authors', own: ReadonlySet<string>): Set<string> {
  const path = join(contentDir, folder);
  const names = existsSync(path) ? readdirSync(path).map((name) => name.replace(/\.md$/, '').toLowerCase()) : [];
  return new Set(names.filter((name) => !own.has(name)));
}

/** Whether following the originals from a thread leads back to it, and it has the lowest id of the circle: there it is cut. */
function isCut(id: string, originals: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = originals.get(id); at !== undefined && !seen.has(at); at = originals.get(at)) seen.add(at);
  return seen.has(id) && [...seen].every((other) => compareIds(id, other) <= 0);
}
