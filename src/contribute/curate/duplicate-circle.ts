import { editFrontmatter } from '../../archive/edit/frontmatter-editor.ts';
import { CurateError, type CurateContext } from './curate.ts';
import { readContent } from './edit-files.ts';
import { existingThread } from './existing-thread.ts';

/** Duplicates that lead in a circle would send readers round for ever. */
export function refuseCircle(slug: string, original: string, context: CurateContext): void {
  const seen = new Set([slug]);
  for (let at: unknown = original; typeof at === 'string';) {
    if (seen.has(at))
      throw new CurateError(`${original} is a duplicate of ${slug} itself; nobody would arrive at answers.`);
    seen.add(at);
    at = editFrontmatter(readContent(`threads/${existingThread(at, context)}/question.md`, context)).data[
      'duplicateOf'
    ];
  }
}
