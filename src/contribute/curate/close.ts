import { CurateError, type CurateCommand } from './curate.ts';
import { editFile } from './edit-files.ts';
import { existingThread } from './existing-thread.ts';

export const close: CurateCommand = {
  usage: 'close SLUG --reason TEXT',
  what: 'closes a question; --reopen opens it again',
  plan([name], { reason, reopen }, context) {
    const slug = existingThread(name, context);
    if (reopen === undefined && typeof reason !== 'string')
      throw new CurateError('Say why in one sentence: --reason "Asks for opinions"');
    const changes = editFile(`threads/${slug}/question.md`, context, (editor) => {
      if (reopen === undefined) {
        editor.set('status', 'closed');
        editor.set('closedReason', reason);
      } else {
        editor.remove('status');
        editor.remove('closedReason');
      }
    });
    return { changes, moves: [] };
  },
};
