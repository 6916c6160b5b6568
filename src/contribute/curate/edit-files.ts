import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../../archive/edit/content-plan.ts';
import { CannotEdit, editFrontmatter } from '../../archive/edit/frontmatter-editor.ts';
import { CurateError, type CurateContext } from './curate.ts';

/** What is done to the frontmatter of a file. */
export type Edit = (editor: ReturnType<typeof editFrontmatter>) => void;

/** The text of a file, by its path below the content folder. */
export function readContent(path: string, { contentDir }: CurateContext): string {
  try {
    return readFileSync(join(contentDir, path), 'utf8');
  } catch {
    throw new CurateError(`${path} cannot be read.`);
  }
}

/** The changes to those of the files whose text becomes another one. */
export function rewriteFiles<F extends { path: string }>(
  files: readonly F[],
  context: CurateContext,
  rewrite: (text: string, file: F) => string,
): FileChange[] {
  return files.flatMap((file) => {
    const { path } = file;
    const before = readContent(path, context);
    const after = rewrite(before, file);
    return after === before ? [] : [{ path, before, after }];
  });
}

/** Edits the frontmatter of one file. */
export function editFile(path: string, context: CurateContext, edit: Edit): FileChange[] {
  return rewriteFiles([{ path }], context, (text) => edited(path, text, edit));
}

/** The text of a file with its frontmatter edited. */
export function edited(path: string, text: string, edit: Edit): string {
  try {
    const editor = editFrontmatter(text);
    edit(editor);
    return editor.result();
  } catch (error) {
    if (!(error instanceof CannotEdit)) throw error;
    throw new CurateError(`${path} cannot be edited: ${error.message}. npm run validate says more.`);
  }
}
