import type { Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Adds files, and all files in folders, to a hash: their paths below the root and what is in them. What is not there adds nothing. */
export function hashFiles(hash: Hash, root: string, paths: readonly string[]): void {
  for (const path of paths) {
    const status = statSync(join(root, path), { throwIfNoEntry: false });
    if (status?.isDirectory()) {
      const names = readdirSync(join(root, path)).sort();
      hashFiles(
        hash,
        root,
        names.map((name) => join(path, name)),
      );
    } else if (status)
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0');
  }
}
