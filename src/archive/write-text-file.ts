import { chmodSync, lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Replaces the text of a file at once: whoever reads it sees the old text or the new one, also when the machine stops half-way.
 * The rights of the file stay.
 */
export function writeTextFile(path: string, text: string): void {
  const temporary = join(dirname(path), `.responsa-${process.pid}.new`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    const before = lstatSync(path, { throwIfNoEntry: false });
    if (before) chmodSync(temporary, before.mode & 0o777);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
