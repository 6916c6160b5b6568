import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint, temporaryName, type Manifest } from './manifest.ts';
import type { Report } from './report.ts';

/** A file of the content: its path below the content folder with `/`, and its text. */
export type OutputFile = { path: string; text: string };

/** The same for what is no text. */
export type OutputBytes = { path: string; bytes: Uint8Array };

/** What happens to files that a person has edited since: `ask` leaves them and reports them as open, `keep` leaves them, `force` overwrites them. */
export type EditedPolicy = 'ask' | 'keep' | 'force';

export type WriterOptions = { contentDir: string; edited: EditedPolicy; dryRun: boolean };

/**
 * Writes files of the content so that the process may be killed at any time: each is either the old one or the new one, whole.
 * A file that has the text already is left alone, and so is one that a person has edited since it was imported.
 */
export class Writer {
  readonly #manifest: Manifest;
  readonly #report: Report;
  readonly #options: WriterOptions;
  readonly #folders = new Set<string>();

  constructor(manifest: Manifest, report: Report, options: WriterOptions) {
    this.#manifest = manifest;
    this.#report = report;
    this.#options = options;
  }

  /** @param from which thread or author of which source the files are of */
  write(files: readonly (OutputFile | OutputBytes)[], from?: string): void {
    const lines = files.map((file) => ({
      file: file.path,
      hash: fingerprint(contentOf(file)),
      ...(from === undefined ? {} : { from }),
    }));
    const due = lines.flatMap((line, index) => {
      this.#manifest.see(line.file);
      const action = this.#decide(line.file, line.hash);
      const file = files[index];
      if (action === 'write' && file) return [{ line, content: contentOf(file) }];
      if (action === 'settle') this.#manifest.settle(line);
      return [];
    });
    if (due.length === 0) return;
    this.#report.files.written += due.length;
    if (this.#options.dryRun) return;
    this.#manifest.announce(due.map(({ line }) => line));
    for (const { line, content } of due) {
      this.#replace(line.file, content);
      this.#manifest.settle(line);
    }
  }

  #decide(path: string, hash: string): 'write' | 'settle' | 'leave' {
    const { edited } = this.#options;
    const known = this.#manifest.get(path);
    const current = readIfThere(join(this.#options.contentDir, path));
    const currentHash = current === undefined ? undefined : fingerprint(current);
    const { files } = this.#report;
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
      this.#report.changed(
        `overwritten-${what}`,
        path,
        `was ${what} by a person, and is overwritten since --force was given`,
      );
      return 'write';
    }
    files.kept++;
    if (known?.hash === hash) {
      this.#report.info(
        `kept-${what}`,
        path,
        `was ${what} by a person since it was imported, and stays so; the source is the same as then`,
      );
      return 'leave';
    }
    if (edited === 'keep') {
      this.#report.info(
        `kept-${what}`,
        path,
        `was ${what} by a person, and stays so since --keep was given; what the source has now is left out`,
      );
      return 'settle';
    }
    this.#report.problem(
      `open-${what}`,
      path,
      `was ${what} by a person, and the source has something else now; it is left as it is: run again with --keep to leave it so for good, or with --force to overwrite it`,
    );
    return 'leave';
  }

  #replace(path: string, content: string | Uint8Array): void {
    const { contentDir } = this.#options;
    const folder = join(contentDir, dirname(path));
    if (!this.#folders.has(folder)) {
      makeFolder(folder);
      // Threads come one after the other, so that few folders need to be remembered.
      if (this.#folders.size > 100) this.#folders.clear();
      this.#folders.add(folder);
    }
    const temporary = join(contentDir, temporaryName);
    writeFileSync(temporary, content);
    renameSync(temporary, join(contentDir, path));
  }
}

function contentOf(file: OutputFile | OutputBytes): string | Uint8Array {
  return 'text' in file ? file.text : file.bytes;
}

function makeFolder(folder: string): void {
  // To look first costs less than what `recursive` does.
  if (existsSync(folder)) return;
  if (existsSync(dirname(folder))) mkdirSync(folder);
  else mkdirSync(folder, { recursive: true });
}

function readIfThere(path: string): Uint8Array | undefined {
  // The first time no file is there, and an error for each would cost more than the rest.
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
}
