import { readdirSync } from 'node:fs';

/** The names of the folders in a folder, links aside; none if it cannot be read. */
export function folderNames(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    return [];
  }
}
