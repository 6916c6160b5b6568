import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openScratch } from './scratch-database.ts';

/** What is known of a file that an importer wrote. */
type Known = {
  /** Hash of what the last finished import wrote. */
  hash: string | undefined;
  /** Hash of what an unfinished import was about to write. */
  pending: string | undefined;
};

/** A line of the manifest or the journal. `from` says which thread or author of which source the file is of, so that it keeps its name. */
type Line = { file: string; hash: string; from?: string };

const manifestName = '.responsa-import.jsonl';
/** A file on its way to its name. */
export const temporaryName = '.responsa-import-file.new';
const journalName = '.responsa-import-journal.jsonl';

/**
 * Remembers in the content folder what importers wrote: `.responsa-import.jsonl`, a line for each file with the hash of its text.
 * A file whose hash is another has been edited by a person since. It belongs into the repository beside the content.
 *
 * While an import runs, it says in a journal what it is about to write. If it is killed, the next one reads the journal and knows
 * the half-written tree as its own.
 */
export class Manifest {
  readonly #folder: string;
  readonly #database: DatabaseSync;
  readonly #close: () => void;
  readonly #find: StatementSync;
  readonly #put: StatementSync;
  readonly #see: StatementSync;
  #isChanged = false;

  constructor(folder: string) {
    const { database, close } = openScratch(
      'CREATE TABLE files (file TEXT PRIMARY KEY, hash TEXT, pending TEXT, origin TEXT, seen INTEGER DEFAULT 1) WITHOUT ROWID',
      4000,
    );
    this.#folder = folder;
    this.#database = database;
    this.#close = close;
    this.#find = database.prepare('SELECT hash, pending FROM files WHERE file = ?');
    this.#put = database.prepare(
      'INSERT INTO files (file, hash, pending, origin) VALUES (?, ?, NULL, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash, pending = NULL, origin = excluded.origin',
    );
    const announce = database.prepare(
      'INSERT INTO files (file, hash, pending, origin) VALUES (?, NULL, ?, ?) ON CONFLICT DO UPDATE SET pending = excluded.pending, origin = excluded.origin',
    );
    for (const { file, hash, from } of lines(join(folder, manifestName))) this.#put.run(file, hash, from ?? null);
    for (const { file, hash, from } of lines(join(folder, journalName))) {
      announce.run(file, hash, from ?? null);
      this.#isChanged = true;
    }
    database.exec('UPDATE files SET seen = 0');
    this.#see = database.prepare('UPDATE files SET seen = 1 WHERE file = ?');
  }

  get(file: string): Known | undefined {
    const row = this.#find.get(file);
    return row && { hash: textOf(row['hash']), pending: textOf(row['pending']) };
  }

  /** Says that the source still has what a file was made of. */
  see(file: string): void {
    this.#see.run(file);
  }

  /** Files of an earlier import of this source that were not seen in this one, with the id of their thread or author. */
  *unseen(source: string): Generator<{ file: string; id: string }> {
    for (const { file, origin } of this.#database.prepare('SELECT file, origin FROM files WHERE NOT seen').iterate()) {
      const from = textOf(origin);
      if (from?.startsWith(`${source} `)) yield { file: String(file), id: from.slice(source.length + 1) };
    }
  }

  /** The folder or file name that each thread or author of a source has, by its id there. */
  namesOf(source: string, folder: 'threads' | 'authors'): Map<string, string> {
    const pattern = folder === 'threads' ? /^threads\/([^/]+)\/question\.md$/ : /^authors\/([^/]+)\.md$/;
    const names = new Map<string, string>();
    for (const { file, origin } of this.#database.prepare('SELECT file, origin FROM files').iterate()) {
      const name = pattern.exec(String(file))?.[1];
      const from = textOf(origin);
      if (name !== undefined && from?.startsWith(`${source} `)) names.set(from.slice(source.length + 1), name);
    }
    return names;
  }

  /** Says that these files are about to be written, and survives the death of the process. */
  announce(lines: readonly Line[]): void {
    mkdirSync(this.#folder, { recursive: true });
    appendFileSync(join(this.#folder, journalName), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  /** Says that a file now holds the text with this hash, or that a person's text stands in its place by decision. */
  settle({ file, hash, from }: Line): void {
    const known = this.get(file);
    if (known?.hash === hash && known.pending === undefined) return;
    this.#put.run(file, hash, from ?? null);
    this.#isChanged = true;
  }

  /** Makes all that was settled the state from which the next import starts. */
  save(): void {
    if (this.#isChanged) {
      mkdirSync(this.#folder, { recursive: true });
      const path = join(this.#folder, `${manifestName}.new`);
      const output = openSync(path, 'w');
      let text = '';
      const all = 'SELECT file, coalesce(hash, pending) AS hash, origin FROM files ORDER BY file';
      for (const { file, hash, origin } of this.#database.prepare(all).iterate()) {
        const from = textOf(origin);
        text += `${JSON.stringify({ file, hash, ...(from === undefined ? {} : { from }) })}\n`;
        if (text.length > 1 << 16) {
          writeSync(output, text);
          text = '';
        }
      }
      writeSync(output, text);
      closeSync(output);
      renameSync(path, join(this.#folder, manifestName));
    }
    rmSync(join(this.#folder, journalName), { force: true });
    rmSync(join(this.#folder, temporaryName), { force: true });
  }

  close(): void {
    this.#close();
  }
}

/** A short fingerprint of a text (as UTF-8) or bytes: 132 bits of the SHA-256. */
export function fingerprint(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}

/** The lines of a file, if it is there. The last line of a journal may be cut off by the death of the process; nothing was written for it. */
function* lines(path: string): Generator<Line> {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    if (end === -1) return;
    yield JSON.parse(text.slice(at, end)) as Line;
    at = end + 1;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
