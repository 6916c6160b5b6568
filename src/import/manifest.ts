import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { clearJournals, journalsIn } from './journal.ts';
import type { Line } from './known-files.ts';
import { openScratch } from './scratch-database.ts';

/** What was done with a file: its line if that is another than before. */
export type Seen = { file: string; settled?: Line | undefined };

const manifestName = '.responsa-import.jsonl';

/**
 * Remembers in the content folder what importers wrote: `.responsa-import.jsonl`, a line for each file with the hash of its text.
 * A file whose hash is another has been edited by a person since. It belongs into the repository beside the content.
 *
 * What was known before stays as it is while files are written, so that `KnownFiles` can read it in several threads.
 */
export class Manifest {
  readonly #folder: string;
  readonly #before = openScratch(
    'CREATE TABLE files (file TEXT PRIMARY KEY, hash TEXT, pending TEXT, origin TEXT) WITHOUT ROWID',
    4000,
  );
  readonly #now = openScratch('CREATE TABLE seen (file TEXT PRIMARY KEY, hash TEXT, origin TEXT) WITHOUT ROWID', 4000);
  readonly #see = this.#now.database.prepare(
    'INSERT INTO seen VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET hash = coalesce(excluded.hash, hash), origin = coalesce(excluded.origin, origin)',
  );
  #isChanged: boolean;

  constructor(folder: string) {
    this.#folder = folder;
    const put = this.#before.database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, NULL, ?)');
    const announce = this.#before.database.prepare(
      'INSERT INTO files VALUES (?, NULL, ?, ?) ON CONFLICT DO UPDATE SET pending = excluded.pending, origin = excluded.origin',
    );
    for (const { file, hash, from } of lines(join(folder, manifestName))) put.run(file, hash, from ?? null);
    const journals = journalsIn(folder);
    for (const name of journals) {
      for (const { file, hash, from } of lines(join(folder, name))) announce.run(file, hash, from ?? null);
    }
    this.#isChanged = journals.length > 0;
    this.#before.share();
  }

  /** Where `KnownFiles` finds what was known before. */
  get path(): string {
    return this.#before.path;
  }

  /** The source that the file of a tag is of, if an importer wrote it down. */
  sourceOf(file: string): string | undefined {
    const row = this.#before.database.prepare('SELECT origin FROM files WHERE file = ?').get(file);
    return textOf(row?.['origin'])?.replace(/ [^ ]*$/, '');
  }

  /** Takes down that the source still has what these files were made of, and what they hold now. */
  see(files: readonly Seen[]): void {
    for (const { file, settled } of files) {
      this.#see.run(file, settled?.hash ?? null, settled?.from ?? null);
      if (settled) this.#isChanged = true;
    }
  }

  /** Files of an earlier import of this source that were not seen in this one, with the id of their thread or author. */
  *unseen(source: string): Generator<{ file: string; id: string }> {
    const seen = this.#now.database.prepare('SELECT 1 FROM seen WHERE file = ?');
    for (const { file, origin } of this.#before.database.prepare('SELECT file, origin FROM files').iterate()) {
      const from = textOf(origin);
      if (from?.startsWith(`${source} `) && seen.get(file ?? null) === undefined)
        yield { file: String(file), id: from.slice(source.length + 1) };
    }
  }

  /** The folder or file name that each thread or author of a source has, by its id there. */
  namesOf(source: string, folder: 'threads' | 'authors'): Map<string, string> {
    const pattern = folder === 'threads' ? /^threads\/([^/]+)\/question\.md$/ : /^authors\/([^/]+)\.md$/;
    const names = new Map<string, string>();
    for (const { file, origin } of this.#before.database.prepare('SELECT file, origin FROM files').iterate()) {
      const name = pattern.exec(String(file))?.[1];
      const from = textOf(origin);
      if (name !== undefined && from?.startsWith(`${source} `)) names.set(from.slice(source.length + 1), name);
    }
    return names;
  }

  /** Makes all that was seen the state from which the next import starts. */
  save(): void {
    if (this.#isChanged) this.#write();
    clearJournals(this.#folder);
  }

  close(): void {
    this.#before.close();
    this.#now.close();
  }

  #write(): void {
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, `${manifestName}.new`);
    const output = openSync(path, 'w');
    this.#now.share();
    const { database } = this.#now;
    database.prepare('ATTACH ? AS before').run(this.#before.path);
    const all = `
      SELECT file, coalesce(seen.hash, files.hash, files.pending) AS hash, iif(seen.hash IS NULL, files.origin, seen.origin) AS origin
      FROM (SELECT file FROM seen UNION SELECT file FROM files) LEFT JOIN seen USING (file) LEFT JOIN files USING (file) ORDER BY file`;
    let text = '';
    for (const { file, hash, origin } of database.prepare(all).iterate()) {
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
