import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alias } from '../../core/schema/question.ts';
import type { ContentPlan, FileChange } from './content-plan.ts';
import { contentFiles, pageFiles } from './content-files.ts';
import { CannotEdit, editFrontmatter } from './frontmatter-editor.ts';
import { rewriteLinks, type Target } from './rewrite-links.ts';

/**
 * What must change when a thread gets another slug: its folder moves, the old slug becomes an alias, and links and `duplicateOf` in all files lead
 * to the new one.
 * @throws CannotEdit if the question's frontmatter cannot be edited
 */
export function renameThread(contentDir: string, from: string, to: string): ContentPlan {
  const folder = `threads/${from}`;
  const moved = ({ file, anchor }: Target) =>
    file === folder || file.startsWith(`${folder}/`)
      ? { file: `threads/${to}${file.slice(folder.length)}`, anchor }
      : undefined;
  const files: { path: string; kind?: string }[] = [
    ...contentFiles(contentDir),
    ...pageFiles(contentDir).map((path) => ({ path })),
  ];
  const changes = files.flatMap(({ path, kind }): FileChange[] => {
    const before = readFileSync(join(contentDir, path), 'utf8');
    const isOwn = path.startsWith(`${folder}/`);
    if (!isOwn && !before.includes(from) && !before.includes(encodeURI(from))) return [];
    const newPath = isOwn ? `threads/${to}${path.slice(folder.length)}` : path;
    let after = rewriteLinks(before, { path, newPath, moved });
    if (path === `${folder}/question.md`) after = withAlias(after, from, to);
    else if (kind === 'question') after = withOriginal(after, from, to);
    return after === before ? [] : [{ path, before, after }];
  });
  return { changes, moves: [{ from: folder, to: `threads/${to}` }] };
}

/** A question with its old slug as an alias; a name that no address can have had needs none, and one that differs in case only would be the thread's own. */
function withAlias(text: string, from: string, to: string): string {
  const editor = editFrontmatter(text);
  const given: unknown = editor.data['aliases'];
  const before = Array.isArray(given) ? given.map(String) : [];
  const isOwn = from.toLowerCase() === to;
  const added = isOwn || before.includes(from) || !alias.safeParse(from).success ? [] : [from];
  const after = [...before.filter((one) => one !== to), ...added];
  if (after.join() === before.join()) return text;
  editor.setList('aliases', after);
  return editor.result();
}

/** A question that is a duplicate of one thread made one of another. */
function withOriginal(text: string, from: string, to: string): string {
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
