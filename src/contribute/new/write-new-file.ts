import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NewFile } from './new-file.ts';

/**
 * Writes a file into the content folder, and never over one that is there.
 * @returns where it is
 * @throws if there is something of that name, or a folder on the way is a symbolic link
 */
export function writeNewFile(contentDir: string, { path, text }: NewFile): string {
  let folder = contentDir;
  for (const part of dirname(path).split('/')) {
    folder = join(folder, part);
    const status = lstatSync(folder, { throwIfNoEntry: false });
    if (status && !status.isDirectory()) throw new Error(`${folder} is not a folder, so nothing is written there.`);
  }
  mkdirSync(folder, { recursive: true });
  const file = join(contentDir, path);
  writeFileSync(file, text, { flag: 'wx' });
  return file;
}
