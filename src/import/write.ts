import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Journal } from './journal.ts';
import { fingerprint, type KnownFiles } from './known-files.ts';
import type { Seen } from './manifest.ts';
import type { OutputBytes, OutputFile } from './output-file.ts';
import type { Report } from './report.ts';

/** What happens to files that a person has edited since: `ask` leaves them and reports them as open, `keep` leaves them, `force` overwrites them. */
export type EditedPolicy = 'ask' | 'keep' | 'force';

export type WriterOptions = { contentDir: string; edited: EditedPolicy; dryRun: boolean };

/**
 * Writes files of the content so that the process may be killed at any time: each is either the old one or the new one, whole.
 * A file that has the text already is left alone, and so is one that a person has edited since it was imported.
 */
export class Writer {
  readonly #known: KnownFiles;
  readonly #journal: Journal;
  readonly #options: WriterOptions;

  constructor(known: KnownFiles, journal: Journal, options: WriterOptions) {
    this.#known = known;
    this.#journal = journal;
    this.#options = options;
  }

  /**
   * @param from which thread or author of which source the files are of
   * @returns what the manifest should know of each file
   */
  write(files: readonly (OutputFile | OutputBytes)[], report: Report, from?: string): Seen[] {
    const folders = new Map<string, boolean>();
    const isThere = (folder: string): boolean => {
      const known = folders.get(folder);
      if (known !== undefined) return known;
      const isFolder = existsSync(join(this.#options.contentDir, folder));
      folders.set(folder, isFolder);
      return isFolder;
    };
    const planned = files.map((file) => {
      const line = {
        file: file.path,
        hash: fingerprint(contentOf(file)),
        ...(from === undefined ? {} : { from }),
      };
      // The first time no file is there; to look for its folder only costs less.
      const current = isThere(dirname(file.path)) ? readIfThere(join(this.#options.contentDir, file.path)) : undefined;
      return { file, line, action: this.#decide(line.file, line.hash, current, report) };
    });
    const due = planned.filter(({ action }) => action === 'write');
    report.files.written += due.length;
    if (due.length > 0 && !this.#options.dryRun) {
      this.#journal.announce(due.map(({ line }) => line));
      for (const { file } of due) {
        const folder = dirname(file.path);
        if (!isThere(folder)) makeFolder(join(this.#options.contentDir, folder));
        folders.set(folder, true);
        writeFileSync(this.#journal.temporary, contentOf(file));
        renameSync(this.#journal.temporary, join(this.#options.contentDir, file.path));
      }
    }
    return planned.map(({ line, action }) => {
      const known = this.#known.get(line.file);
      const isNews = action !== 'leave' && (known?.hash !== line.hash || known.pending !== undefined);
      return { file: line.file, settled: isNews ? line : undefined };
    });
  }

  #decide(path: string, hash: string, current: Uint8Array | undefined, report: Report): 'write' | 'settle' | 'leave' {
    const { edited } = this.#options;
    const known = this.#known.get(path);
    const currentHash = current === undefined ? undefined : fingerprint(current);
    const { files } = report;
    if (currentHash === hash) {
      files.unchanged++;
      return 'settle';
    }
    const isOurs =
      currentHash === undefined
        ? known?.hash === undefined || known.pending !== undefined
        : currentHash === known?.hash || currentHash === known?.pending;
    if (isOurs) return 'write';
    const what = current === undefined ? 'deleted' : known ? 'edited' : 'made';
    if (edited === 'force') {
      report.changed(
        `overwritten-${what}`,
        path,
        `was ${what} by a person, and is overwritten since --force was given`,
      );
      return 'write';
    }
    files.kept++;
    // An import that was killed may have written just this, and a person edited it then.
    if ((known?.hash ?? known?.pending) === hash) {
      report.info(
        `kept-${what}`,
        path,
        `was ${what} by a person since it was imported, and stays so; the source is the same as then`,
      );
      return 'leave';
    }
    if (edited === 'keep') {
      report.info(
        `kept-${what}`,
        path,
        `was ${what} by a person, and stays so since --keep was given; what the source has now is left out`,
      );
      return 'settle';
    }
    report.problem(
      `open-${what}`,
      path,
      `was ${what} by a person, and the source has something else now; it is left as it is: run again with --keep to leave it so for good, or with --force to overwrite it`,
    );
    return 'leave';
  }
}

function contentOf(file: OutputFile | OutputBytes): string | Uint8Array {
  return 'text' in file ? file.text : file.bytes;
}

/** `recursive` costs more, and is seldom needed. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    // Another thread may have made it meanwhile.
    if (!hasCode(error, 'ENOENT', 'EEXIST')) throw error;
    mkdirSync(path, { recursive: true });
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  // An error for each that is not there would cost more than the rest.
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
