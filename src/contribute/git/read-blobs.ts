import { git } from './git.ts';
import type { Repository } from './repository.ts';

/** What is known of a blob: its size in bytes, and its bytes if they were asked for and there was room. */
export type Blob = { size: number; bytes?: Uint8Array };

/** Larger files are no posts, and are not read. */
const largestBlob = 4 * 1024 * 1024;
/** All blobs of a change together; what comes behind is not read, and the change is too large to be judged anyway. */
const largestTotal = 128 * 1024 * 1024;

/**
 * Reads blobs by their hashes.
 * @param wanted whether the bytes are of use, by hash; of the others only the size is told
 * @returns the blobs by hash; those that are not there are left out
 */
export function readBlobs(
  repository: Repository,
  hashes: Iterable<string>,
  wanted: ReadonlySet<string>,
): Map<string, Blob> {
  const blobs = new Map<string, Blob>();
  const all = [...new Set(hashes)];
  if (all.length === 0) return blobs;
  const lines = git(repository, ['cat-file', '--batch-check=%(objectname) %(objecttype) %(objectsize)'], {
    input: listed(all),
  }).toString();
  let total = 0;
  const read: string[] = [];
  for (const line of lines.split('\n')) {
    const [hash = '', type, length] = line.split(' ');
    if (type !== 'blob') continue;
    const size = Number(length);
    blobs.set(hash, { size });
    if (!wanted.has(hash) || size > largestBlob || total + size > largestTotal) continue;
    total += size;
    read.push(hash);
  }
  if (read.length === 0) return blobs;
  const output = git(repository, ['cat-file', '--batch=%(objectname) %(objectsize)'], { input: listed(read) });
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const [hash = '', length] = output.toString('latin1', at, end).split(' ');
    const size = Number(length);
    blobs.set(hash, { size, bytes: output.subarray(end + 1, end + 1 + size) });
    at = end + 1 + size + 1;
  }
  return blobs;
}

function listed(hashes: readonly string[]): string {
  return `${hashes.join('\n')}\n`;
}
