import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exportedLine, type ExportedFile, type ExportedLine } from '../core/schema/exported.ts';
import { explainFullDisk } from './full-disk.ts';
import { issuesOf } from './issues-of.ts';
import { readJsonValues } from './json-values.ts';
import { lockFolder } from './lock.ts';
import { SourceError } from './model.ts';
import { Report } from './report.ts';
import type { EditedPolicy } from './write.ts';

export type JsonlOptions = {
  source: string;
  contentDir: string;
  /** What happens to files that are there and have another text. */
  edited: EditedPolicy;
  dryRun: boolean;
  onProgress: (step: string, done: number, total: number) => void;
};

/** What `import jsonl --help` says of the source. */
export const jsonlHelp = `The source is what npm run export -- jsonl has written. It becomes the same folder tree, byte for byte: of each line the files
under "files" count, and nothing else. Pages (.mdx) are code that a build executes: import only what you trust.
A file that is there already and is another is left as it is and reported; --force overwrites it, --keep leaves it for good.`;

const temporaryName = '.responsa-import-jsonl.new';

/**
 * Makes the folder tree of an export again, byte for byte. It may be killed at any time: each file is either there whole or not,
 * and the same call then does the rest.
 * @throws SourceError if the source is no export, or another import is at work in the folder
 */
export async function importJsonl(options: JsonlOptions): Promise<Report> {
  const { source, contentDir, dryRun } = options;
  if (!existsSync(source) || !statSync(source).isFile())
    throw new SourceError(`${source} is no file; give what npm run export -- jsonl has written`);
  const unlock = dryRun ? undefined : lockFolder(contentDir);
  try {
    return await putAll(options);
  } catch (error) {
    throw explainFullDisk(error, contentDir);
  } finally {
    unlock?.();
  }
}

async function putAll(options: JsonlOptions): Promise<Report> {
  const { source, onProgress } = options;
  const report = new Report();
  let lines = 0;
  const progress = (done: number, total: number) => {
    onProgress('reading', done, total);
  };
  for await (const { value, where } of readJsonValues(source, { report, progress })) {
    const line = exportedLine.safeParse(value);
    if (!line.success) {
      if (lines === 0)
        throw new SourceError(`${basename(source)} is no export of this version: ${issuesOf(line.error)}`);
      report.problem('no-export', where, `is no line of an export: ${issuesOf(line.error)}; it is left out`);
      continue;
    }
    if (lines === 0 && line.data.kind !== 'archive')
      throw new SourceError(`${basename(source)} does not begin with the line that says it is an export`);
    lines++;
    if (line.data.kind === 'archive') continue;
    for (const file of line.data.files) putFile(file, options, report);
    count(line.data, report);
  }
  if (lines === 0) throw new SourceError(`${basename(source)} holds no export`);
  return report;
}

function putFile(file: ExportedFile, { contentDir, edited, dryRun }: JsonlOptions, report: Report): void {
  const path = join(contentDir, file.path);
  const bytes = 'text' in file ? Buffer.from(file.text, 'utf8') : Buffer.from(file.base64, 'base64');
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status?.isFile() && readFileSync(path).equals(bytes)) {
    report.files.unchanged++;
    return;
  }
  if (status?.isDirectory()) {
    report.files.kept++;
    report.problem(
      'open-folder',
      file.path,
      'is a folder here and a file in the export; move the folder away and import again',
    );
    return;
  }
  if (status && edited !== 'force') {
    report.files.kept++;
    if (edited === 'keep')
      report.info('kept-other', file.path, 'is another file than in the export, and stays so since --keep was given');
    else
      report.problem(
        'open-other',
        file.path,
        'is there already and is another file than in the export; it is left as it is: run again with --keep to leave it so, or with --force to overwrite it',
      );
    return;
  }
  if (status)
    report.changed('overwritten-other', file.path, 'was another file, and is overwritten since --force was given');
  report.files.written++;
  if (dryRun) return;
  refuseLinks(contentDir, file.path);
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(contentDir, temporaryName);
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}

/** A folder that is a link would lead the file out of the content. */
function refuseLinks(contentDir: string, path: string): void {
  const folders = path.split('/').slice(0, -1);
  folders.forEach((_, index) => {
    const folder = join(contentDir, ...folders.slice(0, index + 1));
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new SourceError(
        `${path} would be written outside of the content: ${folder} is a link; remove it and import again`,
      );
    }
  });
}

function count(line: ExportedLine, report: Report): void {
  const both = (what: 'threads' | 'answers' | 'comments' | 'tags' | 'authors', number: number) => {
    report.read(what, number);
    report.arrived(what, number);
  };
  if (line.kind === 'tag') both('tags', 1);
  else if (line.kind === 'author') both('authors', 1);
  else if (line.kind === 'thread') {
    both('threads', 1);
    both('answers', line.answers.length);
    for (const post of [...(line.question ? [line.question] : []), ...line.answers])
      both('comments', post.comments.length);
  }
}
