import { cpSync, lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { git, GitError } from './git.ts';
import type { Repository } from './repository.ts';

/** Where the commits of the pull request are then found. */
const reference = 'refs/responsa/change';

/**
 * Puts the content of a checkout of a pull request in the place of ours, so that our tools look at it as data. Nothing else of it is taken over; symbolic
 * links stay links, which validation refuses.
 * @param keepPages keep our `content/pages`, which are code when the site is built
 * @returns the commit of the pull request, whose history is then in our repository
 * @throws {GitError} if it has no folder of content, or git fails
 */
export function takeChange(from: Repository, to: Repository, keepPages: boolean): string {
  const content = join(from.root, 'content');
  if (!lstatSync(content, { throwIfNoEntry: false })?.isDirectory())
    throw new GitError(`${from.root} has no folder content; a symbolic link is not followed.`);
  const pages = join(content, 'pages');
  for (const name of ['threads', 'tags', 'authors', ...(keepPages ? [] : ['pages'])])
    rmSync(join(to.root, 'content', name), { recursive: true, force: true });
  cpSync(content, join(to.root, 'content'), {
    recursive: true,
    dereference: false,
    verbatimSymlinks: true,
    filter: (path) => !keepPages || (path !== pages && !path.startsWith(`${pages}/`)),
  });
  git(to, ['fetch', '--quiet', '--no-tags', '--force', from.root, `HEAD:${reference}`], {
    settings: { 'protocol.file.allow': 'always' },
  });
  return git(to, ['rev-parse', reference]).toString().trim();
}
