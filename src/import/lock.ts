import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SourceError } from './model.ts';
import { isAlive } from './process-alive.ts';

const lockName = '.responsa-import.lock';

/**
 * Takes a content folder for one import: a file in it holds the number of the process. The lock of a process that is gone counts for
 * nothing.
 * @returns gives the folder free again
 * @throws SourceError if another import is at work there
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, lockName);
  if (!take(path)) {
    const owner = ownerOf(path);
    // In a container a process may have the number that one killed before it had.
    if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
      throw new SourceError(
        `another import (process ${owner}) is writing into ${folder}: wait until it is done; if it is none, delete ${path}`,
      );
    }
    rmSync(path, { force: true });
    if (!take(path))
      throw new SourceError(`another import has just begun to write into ${folder}: wait until it is done`);
  }
  return () => {
    rmSync(path, { force: true });
  };
}

/** @returns false if the lock is there already */
function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, `${process.pid}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(path: string): number | undefined {
  try {
    const number = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(number) && number > 0 ? number : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
