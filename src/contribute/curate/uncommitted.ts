import { relative } from 'node:path';
import { git, GitError } from '../git/git.ts';
import { findRepository } from '../git/repository.ts';

/** Why what is done to the content could not be undone with git; nothing if it can be. */
export function uncommitted(contentDir: string): string | undefined {
  const repository = findRepository(contentDir);
  if (!repository) return 'The content is in no git repository, so this could not be undone.';
  try {
    const below = relative(repository.root, contentDir);
    const status = git(repository, [
      'status',
      '--porcelain',
      '-z',
      '--untracked-files=all',
      '--',
      below === '' ? '.' : below,
    ]);
    const count = status.toString().split('\0').filter(Boolean).length;
    return count === 0
      ? undefined
      : `The content has changes that are not committed (${count} ${count === 1 ? 'file' : 'files'}), so this could not be told from them and undone. Commit them first.`;
  } catch (error) {
    if (error instanceof GitError) return error.message;
    throw error;
  }
}
