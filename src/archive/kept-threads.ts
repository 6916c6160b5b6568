import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Lookups } from './thread-lookups.ts';
import type { FactsAndPage } from './thread-page.ts';

/** A thread as it was loaded once, and what it asked of the archive then. */
export type KeptThread = { loaded: FactsAndPage; lookups: Lookups };

const schema = `
  PRAGMA busy_timeout = 10000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS thread (slug TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, known BLOB NOT NULL, page BLOB NOT NULL);
`;
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export type KeptThreads = {
  /** The thread, if it was kept with this fingerprint. */
  get(slug: string, fingerprint: Uint8Array): KeptThread | undefined;
  put(slug: string, fingerprint: Uint8Array, thread: KeptThread): void;
  /** Writes down what was put since the last time. */
  flush(): void;
  close(): void;
};

/**
 * Opens the file in which loaded threads are kept from one run to the next. Several may have it open. It only saves time: if the file
 * cannot be read or written, it is thrown away, and nothing is kept.
 */
export function openKeptThreads(file: string): KeptThreads {
  const waiting: [slug: string, fingerprint: Uint8Array, known: Uint8Array, page: Uint8Array][] = [];
  let database: DatabaseSync | undefined;
  const attempt = <T>(work: (database: DatabaseSync) => T): T | undefined => {
    if (!database) return undefined;
    try {
      return work(database);
    } catch {
      giveUp();
      return undefined;
    }
  };
  const giveUp = () => {
    database?.close();
    database = undefined;
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { recursive: true, force: true });
  };
  try {
    database = new DatabaseSync(file);
    database.exec(schema);
  } catch {
    giveUp();
  }
  const find = attempt((open) => open.prepare('SELECT known, page FROM thread WHERE slug = ? AND fingerprint = ?'));
  const insert = attempt((open) => open.prepare('INSERT OR REPLACE INTO thread VALUES (?, ?, ?, ?)'));

  return {
    get: (slug, fingerprint) =>
      attempt(() => {
        const row = find?.get(slug, fingerprint);
        if (!(row?.['known'] instanceof Uint8Array && row['page'] instanceof Uint8Array)) return undefined;
        // The file is written by this program alone: that is what makes the casts sound.
        const { lookups, facts } = deserialize(row['known']) as Pick<KeptThread, 'lookups'> & {
          facts: FactsAndPage['facts'];
        };
        const [page = '', summary = ''] = zstdDecompressSync(row['page']).toString().split('\0');
        return { lookups, loaded: { facts, page: { slug: facts.slug, page, summary } } };
      }),
    put(slug, fingerprint, { lookups, loaded: { facts, page } }) {
      if (!database || !page) return;
      // Apart, since the typed arrays of what is known hold on to all that they are read from.
      const known = serialize({ lookups, facts });
      waiting.push([slug, fingerprint, known, zstdCompressSync(`${page.page}\0${page.summary}`, fast)]);
    },
    flush() {
      const rows = waiting.splice(0);
      if (rows.length === 0) return;
      attempt((open) => {
        open.exec('BEGIN IMMEDIATE');
        for (const row of rows) insert?.run(...row);
        open.exec('COMMIT');
      });
    },
    close() {
      database?.close();
      database = undefined;
    },
  };
}
