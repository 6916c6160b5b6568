import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync } from 'node:fs';
import type { FileVersion } from './file-version.ts';

/** As much of a file as is of use: no post is larger. */
const largestRead = 4 * 1024 * 1024;

/**
 * A file as it is on disk now, or nothing if it is not there. Links are not followed.
 * @param path as bytes: names need not be UTF-8
 */
export function readDisk(path: Buffer, wanted: boolean): FileVersion | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status) return undefined;
  if (status.isSymbolicLink()) return { kind: 'link', size: readlinkSync(path, 'buffer').length };
  if (status.isDirectory()) return { kind: 'submodule', size: 0 };
  if (!status.isFile()) return { kind: 'link', size: 0 };
  const kind = (status.mode & 0o111) === 0 ? 'file' : 'executable';
  if (!wanted || status.size > largestRead) return { kind, size: status.size };
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(size, largestRead));
    const length = readSync(descriptor, bytes, 0, bytes.length, 0);
    return { kind, size, bytes: bytes.subarray(0, length) };
  } catch {
    return { kind, size: status.size };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
