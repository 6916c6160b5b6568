import { rmSync } from 'node:fs';

/** Deletes a database: its file, whatever is there, and those that SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { recursive: true, force: true });
}
