import { dirname, join, resolve } from 'node:path';
import { isThere } from '../../archive/is-there.ts';

/** A repository on disk. */
export type Repository = {
  /** The folder that the paths of its files begin at. */
  root: string;
  /** Its `.git`: a folder, or a file that names one. */
  gitDir: string;
};

/**
 * Finds the repository that a folder is in by going up to the next `.git`, and does not let git look for itself: git would take a
 * folder with the files `HEAD`, `objects` and `refs` for a repository too, and anyone can commit such a folder. No tree can hold a `.git`.
 */
export function findRepository(folder: string): Repository | undefined {
  for (let root = resolve(folder); ; root = dirname(root)) {
    const gitDir = join(root, '.git');
    if (isThere(gitDir)) return { root, gitDir };
    if (dirname(root) === root) return undefined;
  }
}
