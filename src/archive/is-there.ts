import { lstatSync } from 'node:fs';

/** Whether there is anything at a path, even a link that leads nowhere; not what cannot be looked at. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
