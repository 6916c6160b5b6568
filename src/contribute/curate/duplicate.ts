import type { CurateCommand } from './curate.ts';
import { refuseCircle } from './duplicate-circle.ts';
import { editFile } from './edit-files.ts';
import { existingThread } from './existing-thread.ts';

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
