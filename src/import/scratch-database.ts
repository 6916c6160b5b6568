import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isAlive } from './process-alive.ts';

export type ScratchDatabase = {
  database: DatabaseSync;
  path: string;
  /** Writes down what was done so far and lets other threads read the database, which must not be changed while they do. */
  share: () => void;
  close: () => void;
};

/**
 * A database in a temporary folder that holds what would not fit into memory. It needs no safety: it is gone afterwards, or, if the
 * process is killed, when the next one is opened.
 * @param cacheKiB how much of it is kept in memory
 */
export function openScratch(schema: string, cacheKiB = 8_000): ScratchDatabase {
  const folder = mkdtempSync(join(tmpdir(), `${ownPrefix()}${process.pid}-`));
  clearLeftOver();
  const path = join(folder, 'scratch.sqlite');
  const database = new DatabaseSync(path);
  database.exec(
    `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${cacheKiB}; PRAGMA locking_mode = EXCLUSIVE; ${schema}; BEGIN`,
  );
  return {
    database,
    path,
    share: () => {
      // The lock goes with the first reading after the mode has changed.
      database.exec('COMMIT; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema');
    },
    close: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a shared scratch database to read from it, in any thread. */
export function readScratch(path: string, cacheKiB = 4_000): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true });
  // One transaction for all reading: else each would lock the file and look whether it has changed.
  database.exec(`PRAGMA cache_size = -${cacheKiB}; BEGIN`);
  return database;
}

/** Numbers of processes mean something on one machine only. */
function ownPrefix(): string {
  return `responsa-import-${hostname().replace(/[^\w.]+/g, '-')}-`;
}

function clearLeftOver(): void {
  const prefix = ownPrefix();
  for (const name of readdirSync(tmpdir())) {
    const [, owner] = name.startsWith(prefix) ? (/^(\d+)-/.exec(name.slice(prefix.length)) ?? []) : [];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
