import { reservedSlugs, threadSlug } from '../../core/ids.ts';
import { nearestSlug } from '../nearest-slug.ts';
import { reporter } from './reporter.ts';
import type { ThreadRule } from './rule.ts';

const report = reporter('thread-slug');

/** The folder's name is the thread's address for good, so it must work in a URL and on every file system. */
export const threadSlugRule: ThreadRule = ({ folder, exists }) => {
  const { name, file } = folder;
  if (reservedSlugs.has(name)) {
    return [
      report(
        file,
        `${JSON.stringify(name)} cannot be the name of a thread: /questions/${name}/ is a listing`,
        `rename the folder, for example to ${name}-question`,
      ),
    ];
  }
  const problem = threadSlug.safeParse(name).error?.issues[0]?.message;
  if (problem === undefined) return [];
  const lower = name.toLowerCase();
  if (lower !== name && exists(`threads/${lower}`)) {
    return [
      report(
        file,
        `this folder differs only in case from the thread ${lower}; many file systems cannot hold both`,
        'merge the two, or give one another name',
      ),
    ];
  }
  const better = nearestSlug(name);
  return [
    report(
      file,
      `${JSON.stringify(name)} cannot be the name of a thread: it ${problem}`,
      better === undefined ? 'rename the folder in Latin letters and digits' : `rename the folder to ${better}`,
    ),
  ];
};
