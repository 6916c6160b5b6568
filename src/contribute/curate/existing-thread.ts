import { threadFiles } from '../../archive/edit/content-files.ts';
import { listContent } from '../../archive/list-content.ts';
import { nearest } from '../../core/nearest.ts';
import { threadName } from '../thread-name.ts';
import { CurateError, type CurateContext } from './curate.ts';

/**
 * The slug of a thread that is there.
 * @throws CurateError if there is none, naming one that may be meant
 */
export function existingThread(name: string | undefined, { contentDir }: CurateContext): string {
  if (name === undefined) throw new CurateError('Say which thread: the name of its folder in content/threads.');
  const slug = threadName(name);
  const { threads } = listContent(contentDir, contentDir);
  if (threads.includes(slug)) return slug;
  const meant = nearest(slug, threads);
  throw new CurateError(
    `There is no thread ${JSON.stringify(slug)}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  );
}

/** The ids of the answers of a thread. */
export function answersOf(slug: string, { contentDir }: CurateContext): string[] {
  return threadFiles(contentDir, slug).flatMap(({ path, kind }) => (kind === 'answer' ? [idOf(path)] : []));
}

function idOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.md$/, '');
}
