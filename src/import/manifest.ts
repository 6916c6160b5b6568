import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { join } from 'node:path';

/** What is known of a file that an importer wrote. */
type Entry = {
  /** Hash of what the last finished import wrote. */
  hash?: string;
  /** Hash of what an unfinished import was about to write. */
  pending?: string;
  /** Which thread or author of which source the file is of, so that it keeps its name. */
  from?: string;
};

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
  readonly #entries: Map<string, Entry>;
  #saved: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#saved = readIfThere(join(folder, manifestName));
    this.#entries = new Map();
    for (const { file, hash, from } of lines(this.#saved)) this.#entries.set(file, { hash, ...(from ? { from } : {}) });
    for (const { file, hash, from } of lines(readIfThere(join(folder, journalName)))) {
      const entry = this.#entries.get(file);
      this.#entries.set(file, { ...entry, pending: hash, ...(from ? { from } : {}) });
    }
  }

  get(file: string): Readonly<Entry> | undefined {
    return this.#entries.get(file);
  }

  files(): IterableIterator<string> {
    return this.#entries.keys();
  }

  /** The folder or file name that each thread or author of a source has, by its id there. */
  namesOf(source: string, folder: 'threads' | 'authors'): Map<string, string> {
    const names = new Map<string, string>();
    const pattern = folder === 'threads' ? /^threads\/([^/]+)\/question\.md$/ : /^authors\/([^/]+)\.md$/;
    for (const [file, { from }] of this.#entries) {
      const name = pattern.exec(file)?.[1];
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
    this.#entries.set(file, { hash, ...(from ? { from } : {}) });
  }

  /** Makes all that was settled the state from which the next import starts. */
  save(): void {
    const text = [...this.#entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([file, { hash, pending, from }]) => {
        const known = hash ?? pending;
        return known === undefined ? [] : [`${JSON.stringify({ file, hash: known, ...(from ? { from } : {}) })}\n`];
      })
      .join('');
    if (text !== this.#saved) {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(join(this.#folder, `${manifestName}.new`), text);
      renameSync(join(this.#folder, `${manifestName}.new`), join(this.#folder, manifestName));
      this.#saved = text;
    }
    rmSync(join(this.#folder, journalName), { force: true });
    rmSync(join(this.#folder, temporaryName), { force: true });
  }
}

/** A short fingerprint of a text: 132 bits of its SHA-256. */
export function fingerprint(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The last line of a journal may be cut off by the death of the process; nothing was written for it. */
function lines(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}
