import { relative, sep } from 'node:path';
import type { Config } from '../../core/schema/config.ts';
import { GitError } from '../git/git.ts';
import { readChange } from '../git/git-change.ts';
import { findRepository } from '../git/repository.ts';
import { contentChange, type ContentChange } from './content-change.ts';
import { contentPlace } from './content-place.ts';

export type OpenOptions = {
  /** Where the content folder is on disk. */
  contentDir: string;
  /** How diagnostics call it. */
  contentName: string;
  config: Config;
  /** What the change is to be merged into: a branch, a tag or a hash. */
  base: string;
  /** The commit that the change ends at; absent, it is what is on disk now. */
  head?: string;
};

/** A change, and every path of the repository after it. */
export type OpenedChange = { change: ContentChange; paths: () => string[] };

/**
 * Reads a change of the repository that the content is in.
 * @throws {GitError} if the content is in none, or git does not know the commits
 */
export function openChange({ contentDir, contentName, config, base, head }: OpenOptions): OpenedChange {
  const repository = findRepository(contentDir);
  if (!repository)
    throw new GitError(`${contentName} is not in a git repository, so there is nothing to compare it with.`);
  const content = relative(repository.root, contentDir).split(sep).join('/');
  const { files, paths } = readChange({
    repository,
    base,
    ...(head === undefined ? {} : { head }),
    newFilesIn: content === '' ? '.' : content,
    wanted: (path) => ['question', 'answer'].includes(contentPlace(path, content).kind),
  });
  return { change: contentChange(files, { content, contentName, limits: config.limits }), paths };
}
