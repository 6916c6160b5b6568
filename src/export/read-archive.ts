import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnswer, parseAuthor, parseQuestion, parseTag, type Parsed } from '../archive/parse-post.ts';
import { decode, type SourceFile } from '../archive/source-file.ts';
import { readThreadFolder } from '../archive/thread-folder.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { answerId } from '../core/ids.ts';
import type { Config, Limits } from '../core/schema/config.ts';
import type { ExportedFile, ExportedLine } from '../core/schema/exported.ts';
import { exportedFile } from './exported-file.ts';

export type ReadOptions = {
  contentDir: string;
  /** How diagnostics call the content folder. */
  contentName: string;
  config: Config;
  /** Takes what keeps something from being exported as data. The file itself is exported all the same, unless it is a link. */
  report: (diagnostic: Diagnostic) => void;
};

type Parse<F> = (source: SourceFile, limits: Limits) => Parsed<F> | Diagnostic[];

/** What file managers, git and a running import leave, which is no part of an archive. */
const ignored =
  /^(?:\.git|\.DS_Store|Thumbs\.db|desktop\.ini|import-report\.json|\.responsa-import-journal(?:-\d+)?\.jsonl|\.responsa-import\.lock|\.responsa-import.*\.new)$/;

/**
 * Reads a content folder, one thread at a time, as the lines of an export: tags and authors first, then threads, then every
 * other file. Files come as they are; what they say comes from the archive's own parser. Empty folders are not kept.
 */
export function* readArchive(options: ReadOptions): Generator<ExportedLine> {
  const { contentDir } = options;
  const read = <F>(file: ExportedFile, parse: Parse<F>): (F & { body: string }) | undefined =>
    data(file, parse, options);
  yield { kind: 'archive', format: 'responsa', version: 1 };
  const rest: string[] = [];
  const top = entries(contentDir, '', options);
  for (const { name, isFolder } of top) {
    if (!isFolder || !/^(?:tags|authors|threads)$/.test(name)) rest.push(name);
  }
  const has = (folder: string) => top.some(({ name, isFolder }) => isFolder && name === folder);
  for (const folder of ['tags', 'authors'] as const) {
    for (const { name, isFolder } of has(folder) ? entries(contentDir, folder, options) : []) {
      const path = `${folder}/${name}`;
      if (isFolder || !name.endsWith('.md')) {
        rest.push(path);
        continue;
      }
      const file = exportedFile(contentDir, path);
      const own = name.slice(0, -3);
      if (folder === 'tags') {
        const tag = read(file, parseTag);
        yield { kind: 'tag', name: own, ...(tag ? { tag } : {}), files: [file] };
      } else {
        const author = read(file, parseAuthor);
        yield { kind: 'author', handle: own, ...(author ? { author } : {}), files: [file] };
      }
    }
  }
  for (const { name, isFolder } of has('threads') ? entries(contentDir, 'threads', options) : []) {
    if (!isFolder) rest.push(`threads/${name}`);
    else yield threadLine(name, options, read);
  }
  for (const path of rest)
    for (const file of filesBelow(contentDir, path, options))
      yield { kind: 'file', files: [exportedFile(contentDir, file)] };
}

function threadLine(
  slug: string,
  options: ReadOptions,
  read: <F>(file: ExportedFile, parse: Parse<F>) => (F & { body: string }) | undefined,
): ExportedLine {
  const { contentDir, contentName, report } = options;
  const folder = `threads/${slug}`;
  const { folder: inside, diagnostics } = readThreadFolder(join(contentDir, folder), slug, `${contentName}/${folder}`);
  diagnostics.forEach(report);
  // Links are among these diagnostics already.
  const files = filesBelow(contentDir, folder, { ...options, report: () => undefined }).map((path) =>
    exportedFile(contentDir, path),
  );
  const questionFile = files.find(({ path }) => path === `${folder}/question.md`);
  const question = questionFile && read(questionFile, parseQuestion);
  const answers = inside.answers.flatMap(({ id }) => {
    const file = files.find(({ path }) => path === `${folder}/answers/${id}.md`);
    const answer = file && read(file, parseAnswer);
    return answer ? [{ id: answerId.parse(id), ...answer }] : [];
  });
  return { kind: 'thread', slug, ...(question ? { question } : {}), answers, files };
}

function data<F>(
  file: ExportedFile,
  parse: Parse<F>,
  { contentName, config, report }: ReadOptions,
): (F & { body: string }) | undefined {
  const name = `${contentName}/${file.path}`;
  const source = decode('text' in file ? Buffer.from(file.text) : Buffer.from(file.base64, 'base64'), name);
  const parsed = 'rule' in source ? [source] : parse(source, config.limits);
  if (!Array.isArray(parsed)) return { ...parsed.frontmatter, body: parsed.body };
  parsed.forEach(report);
  return undefined;
}

type Entry = { name: string; isFolder: boolean };

function entries(contentDir: string, below: string, { contentName, report }: ReadOptions): Entry[] {
  return readdirSync(join(contentDir, below), { withFileTypes: true })
    .filter(({ name }) => !ignored.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): Entry[] => {
      if (entry.isFile() || entry.isDirectory()) return [{ name: entry.name, isFolder: entry.isDirectory() }];
      report({
        file: [contentName, below, entry.name].filter(Boolean).join('/'),
        line: 1,
        column: 1,
        severity: 'error',
        rule: 'symbolic-link',
        message: 'is neither a file nor a folder but a link or a device, and is not exported',
        fix: 'put a copy of the file here',
      });
      return [];
    });
}

/** All files in and below a path, sorted by folder. */
function filesBelow(contentDir: string, path: string, options: ReadOptions): string[] {
  if (!lstatSync(join(contentDir, path)).isDirectory()) return [path];
  return entries(contentDir, path, options).flatMap(({ name, isFolder }) =>
    isFolder ? filesBelow(contentDir, `${path}/${name}`, options) : [`${path}/${name}`],
  );
}
