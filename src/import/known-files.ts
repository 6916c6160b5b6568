import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { hash } from 'node:crypto';
import { readScratch } from './scratch-database.ts';

/** A line of the manifest or the journal. `from` says which thread or author of which source the file is of, so that it keeps its name. */
export type Line = { file: string; hash: string; from?: string };

/** What is known of a file that an importer wrote. */
export type Known = {
  /** Hash of what the last finished import wrote. */
  hash: string | undefined;
  /** Hash of what an unfinished import was about to write. */
  pending: string | undefined;
};

/** Reads what a `Manifest` knew when the import began, in any thread, once it is shared. */
export class KnownFiles {
  readonly #database: DatabaseSync;
  readonly #find: StatementSync;

  constructor(path: string) {
    this.#database = readScratch(path, 1000);
    this.#find = this.#database.prepare('SELECT hash, pending FROM files WHERE file = ?');
  }

  get(file: string): Known | undefined {
    const row = this.#find.get(file);
    return row && { hash: textOf(row['hash']), pending: textOf(row['pending']) };
  }

  close(): void {
    this.#database.close();
  }
}

/** A short fingerprint of a text (as UTF-8) or bytes: 132 bits of the SHA-256. */
export function fingerprint(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
