import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ImportedAuthor, ImportedThread, Platform } from '../../../src/import/model.ts';
import { Report } from '../../../src/import/report.ts';

export type ReadAll = {
  threads: ImportedThread[];
  authors: ImportedAuthor[];
  report: Report;
  /** Each note of the report on a line, without the kinds that say nothing is wrong. */
  notes: string[];
};

/**
 * Reads files with a platform.
 * @param files their texts by name; the source is the one file, or the folder of several
 */
export async function readAll(
  platform: Platform,
  files: Record<string, string | Buffer>,
  options: Record<string, string> = {},
): Promise<ReadAll> {
  const folder = mkdtempSync(join(tmpdir(), 'responsa-test-'));
  try {
    const names = Object.keys(files);
    for (const name of names) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), files[name] ?? '');
    }
    const report = new Report();
    const result: ReadAll = { threads: [], authors: [], report, notes: [] };
    const source = names.length === 1 ? join(folder, names[0] ?? '') : folder;
    for await (const item of platform.read(source, {
      report,
      options,
      jobs: 1,
      plan: () => undefined,
      progress: () => undefined,
    })) {
      if (item.kind === 'thread') result.threads.push(item.thread);
      else if (item.kind === 'author') result.authors.push(item.author);
    }
    result.notes = report.notes.map(({ level, kind, id, message }) => `${level} ${kind} ${id}: ${message}`);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
