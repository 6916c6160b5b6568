import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadFiles } from '../../archive/edit/content-files.ts';
import type { ContentPlan, FileChange } from '../../archive/edit/content-plan.ts';
import { CannotEdit, editFrontmatter } from '../../archive/edit/frontmatter-editor.ts';
import { listContent } from '../../archive/list-content.ts';
import { nearest } from '../../core/nearest.ts';
import { threadName } from '../thread-name.ts';

/** What a curator asked for cannot be done; the message says why and what to do instead. */
export class CurateError extends Error {}

/** What all commands are told. */
export type CurateContext = {
  contentDir: string;
  /** The day, such as 2026-01-14. */
  today: string;
};

/** Options of the command line by their names, all of them text; flags without a value are `true`. */
export type CurateFlags = Readonly<Record<string, string | true | undefined>>;

/** A command works out what is to be done, from the words behind its name. It writes nothing. */
export type CurateCommand = {
  /** How it is called, and what it does in a sentence. */
  usage: string;
  what: string;
  plan: (words: readonly string[], flags: CurateFlags, context: CurateContext) => ContentPlan;
};

/** The slug of a thread that is there. */
export function existingThread(name: string | undefined, { contentDir }: CurateContext): string {
  if (name === undefined) throw new CurateError('Say which thread: the name of its folder in content/threads.');
  const slug = threadName(name);
  const { threads } = listContent(contentDir, contentDir);
  if (threads.includes(slug)) return slug;
  const meant = nearest(slug, threads);
  throw new CurateError(
    `There is no thread ${JSON.stringify(slug)}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  );
}

/** The ids of the answers of a thread. */
export function answersOf(slug: string, { contentDir }: CurateContext): string[] {
  return threadFiles(contentDir, slug).flatMap(({ path, kind }) => (kind === 'answer' ? [idOf(path)] : []));
}

function idOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.md$/, '');
}

export function readContent(path: string, { contentDir }: CurateContext): string {
  try {
    return readFileSync(join(contentDir, path), 'utf8');
  } catch {
    throw new CurateError(`${path} cannot be read.`);
  }
}

/** Edits the frontmatter of one file. */
export function editFile(
  path: string,
  context: CurateContext,
  edit: (editor: ReturnType<typeof editFrontmatter>) => void,
  before: string = readContent(path, context),
): FileChange[] {
  try {
    const editor = editFrontmatter(before);
    edit(editor);
    const after = editor.result();
    return after === before ? [] : [{ path, before, after }];
  } catch (error) {
    if (!(error instanceof CannotEdit)) throw error;
    throw new CurateError(`${path} cannot be edited: ${error.message}. npm run validate says more.`);
  }
}
