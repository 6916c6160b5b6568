import { stackexchange } from '../../../../src/import/stackexchange.ts';
import { runImport, type ImportOptions } from '../../../../src/import/run-import.ts';

/** Imports a dump of cats.example.org. */
export function importDump(source: string, contentDir: string, options: Partial<ImportOptions> = {}) {
  return runImport(stackexchange, {
    source,
    contentDir,
    selection: {},
    edited: 'ask',
    dryRun: false,
    jobs: 1,
    platformOptions: { site: 'cats.example.org' },
    onProgress: () => undefined,
    ...options,
  });
}
