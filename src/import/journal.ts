import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Line } from './known-files.ts';

const journalName = /^\.responsa-import-journal(?:-\d+)?\.jsonl$/;
const temporaryName = /^\.responsa-import-file(?:-\d+)?\.new$/;

/**
 * Says in the content folder which files are about to be written, so that it survives the death of the process: a file that is announced
 * is no work of a person. Each thread that writes files has one of its own.
 */
export class Journal {
  readonly #folder: string;
  readonly #number: string;
  #file: number | undefined;

  /** @param lane which of the threads it is of */
  constructor(folder: string, lane: number) {
    this.#folder = folder;
    this.#number = lane === 0 ? '' : `-${lane}`;
  }

  /** Where a file is written before it gets its name. */
  get temporary(): string {
    return join(this.#folder, `.responsa-import-file${this.#number}.new`);
  }

  announce(lines: readonly Line[]): void {
    if (this.#file === undefined) {
      mkdirSync(this.#folder, { recursive: true });
      this.#file = openSync(join(this.#folder, `.responsa-import-journal${this.#number}.jsonl`), 'a');
    }
    writeSync(this.#file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** The journals that are in a content folder. */
export function journalsIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => journalName.test(name))
        .sort()
    : [];
}

/** Removes all journals, and what an import that died was writing. */
export function clearJournals(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (journalName.test(name) || temporaryName.test(name)) rmSync(join(folder, name), { force: true });
  }
}
