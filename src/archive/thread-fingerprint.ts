import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { ThreadFiles } from './read-thread.ts';

/**
 * A hash of everything in a thread's folder: the texts by what they say, pictures by size and times, as git does, since they
 * are large. Nothing if something in the folder is wrong.
 * @param path where the folder is on disk
 */
export function threadFingerprint({ folder, diagnostics, question, answers }: ThreadFiles, path: string) {
  if (diagnostics.length > 0) return undefined;
  const hash = createHash('sha256');
  const add = (...parts: readonly (string | boolean | bigint)[]) => {
    for (const part of parts) hash.update(`${String(part)}\0`);
  };
  for (const source of question ? [question, ...answers] : answers) {
    if ('rule' in source) return undefined;
    add(source.file, source.hasByteOrderMark, source.hasCarriageReturns, source.text);
  }
  for (const name of folder.pictures) {
    const status = lstatSync(join(path, 'images', name), { bigint: true, throwIfNoEntry: false });
    if (!status) return undefined;
    add(name, status.size, status.mtimeNs, status.ctimeNs, status.ino);
  }
  return hash.digest();
}
