import { git, GitError } from './git.ts';
import type { Repository } from './repository.ts';

/**
 * Settings under which git runs no filter. Attributes in the tree choose among the filters that the repository's configuration has
 * (`* filter=lfs`), and git runs them to compare a file on disk if it is not sure from its times.
 */
export function noFilters(repository: Repository): Record<string, string> {
  let keys: string[];
  try {
    keys = git(repository, ['config', '-z', '--name-only', '--get-regexp', '^filter\\.']).toString().split('\0');
  } catch (error) {
    // There are none.
    if (error instanceof GitError) return {};
    throw error;
  }
  const names = new Set(keys.filter((key) => key !== '').map((key) => key.slice(0, key.lastIndexOf('.'))));
  return Object.fromEntries(
    [...names].flatMap((name) => [
      [`${name}.clean`, ''],
      [`${name}.smudge`, ''],
      [`${name}.process`, ''],
      [`${name}.required`, 'false'],
    ]),
  );
}
