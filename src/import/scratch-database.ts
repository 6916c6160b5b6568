import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type ScratchDatabase = { database: DatabaseSync; close: () => void };

/**
 * A database in a temporary folder that holds what would not fit into memory. It needs no safety: it is gone afterwards.
 * @param cacheKiB how much of it is kept in memory
 */
export function openScratch(schema: string, cacheKiB = 8_000): ScratchDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'responsa-import-'));
  const database = new DatabaseSync(join(folder, 'scratch.sqlite'));
  database.exec(
    `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${cacheKiB}; PRAGMA locking_mode = EXCLUSIVE; ${schema}; BEGIN`,
  );
  return {
    database,
    close: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
