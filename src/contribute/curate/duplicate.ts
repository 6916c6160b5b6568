import { editFrontmatter } from '../../archive/edit/frontmatter-editor.ts';
import {
  CurateError,
  editFile,
  existingThread,
  readContent,
  type CurateCommand,
  type CurateContext,
} from './curate.ts';

export const duplicate: CurateCommand = {
  usage: 'duplicate SLUG ORIGINAL',
  what: 'says that a question asks another one again',
  plan([name, of], _, context) {
    const slug = existingThread(name, context);
    const original = existingThread(of, context);
    refuseCircle(slug, original, context);
    return {
      changes: editFile(`threads/${slug}/question.md`, context, (editor) => editor.set('duplicateOf', original)),
      moves: [],
    };
  },
};

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
