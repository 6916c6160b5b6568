import { nearest } from '../../core/nearest.ts';
import { CurateError, type CurateCommand } from './curate.ts';
import { editFile } from './edit-files.ts';
import { answersOf, existingThread } from './existing-thread.ts';

export const accept: CurateCommand = {
  usage: 'accept SLUG ANSWER',
  what: 'marks the answer that solved it; --none takes the mark away',
  plan([name, answer], { none }, context) {
    const slug = existingThread(name, context);
    const ids = answersOf(slug, context);
    const id = answer?.replace(/^.*\//, '').replace(/\.md$/, '');
    if (none === undefined && (id === undefined || !ids.includes(id))) {
      const meant = id === undefined ? undefined : nearest(id, ids);
      const known = ids.length === 0 ? 'It has no answers.' : `Its answers are ${ids.join(', ')}.`;
      throw new CurateError(
        `Say which answer of ${slug}. ${meant === undefined ? known : `Did you mean ${meant}? ${known}`}`,
      );
    }
    const changes = editFile(`threads/${slug}/question.md`, context, (editor) => {
      if (none === undefined) editor.set('accepted', id);
      else editor.remove('accepted');
    });
    return { changes, moves: [] };
  },
};
