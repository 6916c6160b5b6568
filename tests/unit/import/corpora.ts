import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadArchive } from '../../../src/archive/load.ts';
import { configSchema } from '../../../src/core/schema/config.ts';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import type { RenderedThread } from '../../../src/core/thread.ts';
import type { Platform } from '../../../src/import/model.ts';
import type { Report } from '../../../src/import/report.ts';
import { runImport } from '../../../src/import/run-import.ts';

/** A folder of real data to hold the importers against, or undefined: then those tests are skipped, and say so. */
export function corpus(path: string): string | undefined {
  const folder = process.env['RESPONSA_CORPORA'];
  return folder !== undefined && existsSync(join(folder, path)) ? join(folder, path) : undefined;
}

export type Imported = { threads: RenderedThread[]; diagnostics: Diagnostic[]; report: Report; again: Report };

/** Imports a source into a folder of its own, twice, and loads the result as a build would. */
export async function importAndLoad(
  platform: Platform,
  source: string,
  options: Record<string, string> = {},
): Promise<Imported> {
  const contentDir = mkdtempSync(join(tmpdir(), 'responsa-test-'));
  try {
    const run = () =>
      runImport(platform, {
        source,
        contentDir,
        selection: {},
        edited: 'ask',
        dryRun: false,
        jobs: 2,
        platformOptions: options,
        onProgress: () => undefined,
      });
    const report = await run();
    const again = await run();
    const threads: RenderedThread[] = [];
    const config = configSchema.parse({
      title: 'T',
      description: 'D',
      url: 'https://a.example',
      license: 'CC-BY-SA-4.0',
    });
    const { diagnostics } = await loadArchive({
      contentDir,
      contentName: 'content',
      config,
      jobs: 1,
      onPage: (page) => threads.push(JSON.parse(page.page) as RenderedThread),
    });
    return { threads, diagnostics, report, again };
  } finally {
    rmSync(contentDir, { recursive: true, force: true });
  }
}

export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
