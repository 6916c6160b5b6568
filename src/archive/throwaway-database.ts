import { DatabaseSync } from 'node:sqlite';
import { removeDatabase } from './remove-database.ts';

/** A database that only saves time. Once anything goes wrong with it, it is given up and its file deleted. */
export type ThrowawayDatabase = {
  /** Whether it can still be used. */
  readonly isOpen: boolean;
  /** What the work gives, or nothing if the database was given up, now or before. */
  attempt<T>(work: (database: DatabaseSync) => T): T | undefined;
  close(): void;
};

/**
 * Opens such a database, or makes it. A file that is damaged or holds something else is thrown away.
 * @param schema statements that do no harm where the tables are there already
 * @param patience how many milliseconds to wait for others who write to it
 */
export function openThrowaway(file: string, schema: string, patience = 0): ThrowawayDatabase {
  let database: DatabaseSync | undefined;
  const close = () => {
    database?.close();
    database = undefined;
  };
  const giveUp = () => {
    close();
    removeDatabase(file);
  };
  try {
    database = new DatabaseSync(file, { timeout: patience });
    // It need not outlive a loss of power.
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; ${schema}`);
  } catch {
    giveUp();
  }
  return {
    get isOpen() {
      return database !== undefined;
    },
    attempt(work) {
      if (!database) return undefined;
      try {
        return work(database);
      } catch {
        giveUp();
        return undefined;
      }
    },
    close,
  };
}
