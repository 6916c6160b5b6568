import { git, GitError } from './git.ts';
import type { Repository } from './repository.ts';

/**
 * The commit at which two parted.
 * @throws {GitError} if one of them is not there, or they have no history in common
 */
export function mergeBase(repository: Repository, base: string, head: string): string {
  const [ours, theirs] = [commitOf(repository, base), commitOf(repository, head)];
  try {
    return git(repository, ['merge-base', ours, theirs]).toString().trim();
  } catch (error) {
    const advice = 'If this is a shallow clone, fetch all of it: git fetch --unshallow, or fetch-depth: 0.';
    throw new GitError(`${base} and ${head} have no commit in common. ${advice}`, { cause: error });
  }
}

/**
 * The hash of a commit. A name that begins with a hyphen is a name too.
 * @throws {GitError} if there is none
 */
export function commitOf(repository: Repository, name: string): string {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    return git(repository, args).toString().trim();
  } catch (error) {
    throw new GitError(`There is no commit ${JSON.stringify(name)} here.`, { cause: error });
  }
}
