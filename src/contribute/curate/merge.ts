import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentFiles, pageFiles } from '../../archive/edit/content-files.ts';
import type { ContentPlan } from '../../archive/edit/content-plan.ts';
import { rewriteLinks, type Target } from '../../archive/edit/rewrite-links.ts';
import { CurateError, type CurateCommand, type CurateContext } from './curate.ts';
import { refuseCircle } from './duplicate-circle.ts';
import { edited, rewriteFiles, type Edit } from './edit-files.ts';
import { answersOf, existingThread } from './existing-thread.ts';

export const merge: CurateCommand = {
  usage: 'merge SLUG INTO',
  what: 'moves all answers to another thread; the question stays as a closed duplicate, so no text is lost',
  plan([name, target], _, context) {
    const from = existingThread(name, context);
    const into = existingThread(target, context);
    if (from === into) throw new CurateError('A thread cannot be merged into itself.');
    refuseCircle(from, into, context);
    return mergePlan(from, into, context);
  },
};

function mergePlan(from: string, into: string, context: CurateContext): ContentPlan {
  const answers = freeNames(answersOf(from, context), answersOf(into, context), (id, n) => `${id.slice(0, 76)}-${n}`);
  const pictures = freeNames(pictureNames(from, context), pictureNames(into, context), (file, n) =>
    file.replace(/(\.[^.]*)$/, `-${n}$1`),
  );
  const placeOf = (path: string) => {
    const id = new RegExp(`^threads/${from}/answers/([^/]+)\\.md$`).exec(path)?.[1];
    const other = id === undefined ? undefined : answers.get(id);
    return other === undefined ? path : `threads/${into}/answers/${other}.md`;
  };
  const shown = new Set<string>();
  const movedFor =
    (path: string) =>
    ({ file, anchor }: Target): Target | undefined => {
      const picture = new RegExp(`^threads/${from}/images/([^/]+)$`).exec(file)?.[1];
      const copy = picture === undefined ? undefined : pictures.get(picture);
      if (copy !== undefined && picture !== undefined && placeOf(path) !== path) {
        shown.add(picture);
        return { file: `threads/${into}/images/${copy}`, anchor };
      }
      if (file === `threads/${from}/question.md` && answers.has(anchor))
        return { file: `threads/${into}/answers/${answers.get(anchor) ?? anchor}.md`, anchor: '' };
      return placeOf(file) === file ? undefined : { file: placeOf(file), anchor };
    };
  const { contentDir } = context;
  const files = [...contentFiles(contentDir), ...pageFiles(contentDir).map((path) => ({ path }))];
  const changes = rewriteFiles(files, context, (text, { path }) => {
    if (!path.startsWith(`threads/${from}/`) && !text.includes(from)) return text;
    const linked = rewriteLinks(text, { path, newPath: placeOf(path), moved: movedFor(path) });
    return path === `threads/${from}/question.md` ? edited(path, linked, closeAsMerged(into)) : linked;
  });
  return {
    changes,
    moves: [...answers].map(([id, other]) => ({
      from: `threads/${from}/answers/${id}.md`,
      to: `threads/${into}/answers/${other}.md`,
    })),
    copies: [...shown].map((picture) => ({
      from: `threads/${from}/images/${picture}`,
      to: `threads/${into}/images/${pictures.get(picture) ?? picture}`,
    })),
  };
}

function closeAsMerged(into: string): Edit {
  return (editor) => {
    editor.remove('accepted');
    editor.set('status', 'closed');
    editor.set('closedReason', `Merged into ${into}`);
    editor.set('duplicateOf', into);
  };
}

/** A name for each that no other thing has at its new place. */
function freeNames(
  names: readonly string[],
  taken: readonly string[],
  numbered: (name: string, n: number) => string,
): Map<string, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return new Map(
    names.map((name) => {
      let free = name;
      for (let n = 2; used.has(free.toLowerCase()); n++) free = numbered(name, n);
      used.add(free.toLowerCase());
      return [name, free];
    }),
  );
}

function pictureNames(slug: string, { contentDir }: CurateContext): string[] {
  const folder = join(contentDir, 'threads', slug, 'images');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
}
