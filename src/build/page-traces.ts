import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Read } from '../archive/store.ts';
import { openThrowaway } from '../archive/throwaway-database.ts';

/**
 * What a page was made from, and the file that it became. A page whose reads are answered as they were is the same page:
 * A. Mokhov, N. Mitchell, S. Peyton Jones, Build Systems à la Carte (2018), section 4.2.2, verifying traces.
 */
export type PageTrace = {
  reads: Read[];
  /** Digest of the answers. */
  answers: string;
  /** Digest of the file. */
  file: string;
};

/** A digest of what is in a file. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'base64');
}

const schema =
  'CREATE TABLE IF NOT EXISTS trace (address TEXT PRIMARY KEY, reads TEXT, answers TEXT, file TEXT) WITHOUT ROWID';

/**
 * Opens the traces of a site for a build. Nothing is seen by others before `keep`. Traces only save time: if their file cannot be
 * used, it is thrown away, and all pages are made.
 */
export function writeTraces(file: string) {
  const traces = openThrowaway(file, schema);
  const insert = traces.attempt((database) => {
    database.exec('BEGIN IMMEDIATE');
    return database.prepare('INSERT OR REPLACE INTO trace VALUES (?, ?, ?, ?)');
  });
  return {
    put(address: string, { reads, answers, file }: PageTrace): void {
      traces.attempt(() => insert?.run(address, JSON.stringify(reads), answers, file));
    },
    /** To be called when the pages are in their place. */
    keep(): void {
      traces.attempt((database) => {
        database.exec('COMMIT');
      });
    },
    close: traces.close,
  };
}

/** Opens the traces that the last finished build left. Where they are damaged, there are none. */
export function readTraces(file: string): { get(address: string): PageTrace | undefined } {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    const find = database.prepare('SELECT reads, answers, file FROM trace WHERE address = ?');
    return {
      get(address) {
        try {
          const row = find.get(address);
          if (!row) return undefined;
          // Written by this program alone: that is what makes the cast sound.
          const reads = JSON.parse(String(row['reads'])) as Read[];
          return { reads, answers: String(row['answers']), file: String(row['file']) };
        } catch {
          return undefined;
        }
      },
    };
  } catch {
    return { get: () => undefined };
  }
}
