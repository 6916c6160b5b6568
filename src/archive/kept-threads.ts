import { deserialize, serialize } from 'node:v8';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Lookups } from './thread-lookups.ts';
import type { FactsAndPage } from './thread-page.ts';
import { openThrowaway } from './throwaway-database.ts';

/** A thread as it was loaded once, and what it asked of the archive then. */
export type KeptThread = { loaded: FactsAndPage; lookups: Lookups };

const schema =
  'CREATE TABLE IF NOT EXISTS thread (slug TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, known BLOB NOT NULL, page BLOB NOT NULL)';
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
  const kept = openThrowaway(file, schema, 10_000);
  const find = kept.attempt((database) =>
    database.prepare('SELECT known, page FROM thread WHERE slug = ? AND fingerprint = ?'),
  );
  const insert = kept.attempt((database) => database.prepare('INSERT OR REPLACE INTO thread VALUES (?, ?, ?, ?)'));

  return {
    get: (slug, fingerprint) =>
      kept.attempt(() => {
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
      if (!kept.isOpen || !page) return;
      // Apart, since the typed arrays of what is known hold on to all that they are read from.
      const known = serialize({ lookups, facts });
      waiting.push([slug, fingerprint, known, zstdCompressSync(`${page.page}\0${page.summary}`, fast)]);
    },
    flush() {
      const rows = waiting.splice(0);
      if (rows.length === 0) return;
      kept.attempt((database) => {
        database.exec('BEGIN IMMEDIATE');
        for (const row of rows) insert?.run(...row);
        database.exec('COMMIT');
      });
    },
    close: kept.close,
  };
}
