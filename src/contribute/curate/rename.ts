import { renameThread } from '../../archive/edit/rename-thread.ts';
import { CannotEdit } from '../../archive/edit/frontmatter-editor.ts';
import { listContent } from '../../archive/list-content.ts';
import { reservedSlugs, threadSlug } from '../../core/ids.ts';
import { CurateError, type CurateCommand } from './curate.ts';
import { existingThread } from './existing-thread.ts';

export const rename: CurateCommand = {
  usage: 'rename SLUG NEW_SLUG',
  what: 'gives a thread another address; the old one redirects, and links follow',
  plan([name, to], _, context) {
    const from = existingThread(name, context);
    const slug = threadSlug.safeParse(to);
    if (!slug.success || reservedSlugs.has(slug.data)) {
      const why = slug.success ? 'is the name of a listing' : (slug.error.issues[0]?.message ?? '');
      throw new CurateError(`${JSON.stringify(to ?? '')} cannot be the name of a thread: it ${why}.`);
    }
    const { threads } = listContent(context.contentDir, context.contentDir);
    if (threads.some((one) => one !== from && one.toLowerCase() === slug.data))
      throw new CurateError(
        `There is a thread ${slug.data} already; to join the two: curate merge ${from} ${slug.data}`,
      );
    try {
      return renameThread(context.contentDir, from, slug.data);
    } catch (error) {
      if (error instanceof CannotEdit) throw new CurateError(`threads/${from}/question.md: ${error.message}.`);
      throw error;
    }
  },
};
