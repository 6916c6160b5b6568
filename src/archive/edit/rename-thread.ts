import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { alias } from '../../core/schema/question.ts';
import { writeTextFile } from '../write-text-file.ts';
import { contentFiles } from './content-files.ts';
import { CannotEdit, editFrontmatter } from './frontmatter-editor.ts';
import { rewriteThreadLinks } from './rewrite-thread-links.ts';

/** A text that takes the place of another; the path is below the content folder, before any folder is moved. */
export type FileChange = { path: string; before: string; after: string };

/**
 * What must change when a thread gets another slug: the old one becomes an alias, and links and `duplicateOf` in all files lead to the new one.
 * Nothing is written.
 * @throws CannotEdit if the question's frontmatter cannot be edited
 */
export function renameChanges(contentDir: string, from: string, to: string): FileChange[] {
  const changes = contentFiles(contentDir).flatMap(({ path, kind }): FileChange[] => {
    const before = readFileSync(join(contentDir, path), 'utf8');
    if (!before.includes(from) && !path.startsWith(`threads/${from}/`)) return [];
    let after = rewriteThreadLinks(before, path, { from, to });
    if (kind === 'question') {
      if (path === `threads/${from}/question.md`) after = withAlias(after, from, to);
      else after = withOriginal(after, from, to);
    }
    return after === before ? [] : [{ path, before, after }];
  });
  return changes;
}

/** Writes the changes of `renameChanges` and moves the folder. */
export function renameThread(contentDir: string, from: string, to: string, changes: readonly FileChange[]): void {
  for (const { path, after } of changes) writeTextFile(join(contentDir, path), after);
  // On file systems that do not tell capitals apart, a change of capitals alone needs a step between.
  const between = join(contentDir, 'threads', `.${to}.renaming`);
  renameSync(join(contentDir, 'threads', from), between);
  renameSync(between, join(contentDir, 'threads', to));
}

/** A question with one more alias; a name that no address can have had needs none. */
export function withAlias(text: string, from: string, to: string): string {
  if (!alias.safeParse(from).success) return text;
  const editor = editFrontmatter(text);
  const before: unknown = editor.data['aliases'];
  const aliases = Array.isArray(before) ? before.map(String) : [];
  const after = [...aliases.filter((one) => one !== to), ...(aliases.includes(from) ? [] : [from])];
  if (after.length === aliases.length && aliases.includes(from)) return text;
  editor.setList('aliases', after);
  return editor.result();
}

/** A question that is a duplicate of one thread made one of another. */
export function withOriginal(text: string, from: string, to: string): string {
  try {
    const editor = editFrontmatter(text);
    if (editor.data['duplicateOf'] !== from) return text;
    editor.set('duplicateOf', to);
    return editor.result();
  } catch (error) {
    if (error instanceof CannotEdit) return text;
    throw error;
  }
}
