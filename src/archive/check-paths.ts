import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { isThere } from './is-there.ts';

/** What of an archive is to be checked. */
export type CheckScope = {
  /** The threads to load; all if absent. */
  only?: ReadonlySet<string>;
  /** Whether a diagnostic is about what was asked for. */
  covers: (diagnostic: Pick<Diagnostic, 'file'>) => boolean;
};

/**
 * Finds what files and folders that a person names stand for: a path in the folder of a thread for the whole thread, any other for
 * itself and what is below it.
 * @param paths absolute, or relative to the working folder; a file that was deleted from a thread stands for the thread too
 * @returns the reason, if one of them is outside the content or not there
 */
export function scopeOf(
  paths: readonly string[],
  contentDir: string,
  contentName: string,
  workingDir: string,
): CheckScope | { problem: string } {
  if (paths.length === 0) return { covers: () => true };
  const only = new Set<string>();
  const prefixes: string[] = [];
  let whole = false;
  for (const path of paths) {
    const below = pathBelow(contentDir, resolve(workingDir, path));
    if (below === undefined) return { problem: `${path} is outside the content folder ${contentName}.` };
    const [kind, name] = below;
    if (!isThere(resolve(contentDir, kind === 'threads' && name !== undefined ? `threads/${name}` : below.join('/'))))
      return { problem: `There is no ${path}.` };
    if (kind === undefined || (kind === 'threads' && name === undefined)) whole = true;
    else if (kind === 'threads' && name !== undefined) only.add(name);
    prefixes.push([contentName, ...(kind === 'threads' ? below.slice(0, 2) : below)].join('/'));
  }
  return {
    ...(whole ? {} : { only }),
    covers: ({ file }) => prefixes.some((prefix) => file === prefix || file.startsWith(`${prefix}/`)),
  };
}

/** The names from the content folder down to a path, whichever of the two has symbolic links above it. */
function pathBelow(contentDir: string, path: string): string[] | undefined {
  for (const [from, to] of [
    [contentDir, path],
    [real(contentDir), real(path)],
  ] as const) {
    const way = relative(from, to);
    const names = way === '' ? [] : way.split(sep);
    if (names[0] !== '..' && !isAbsolute(way)) return names;
  }
  return undefined;
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
