import { loadArchive } from '../../../../src/archive/load.ts';
import { readSourceFile } from '../../../../src/archive/source-file.ts';
import { formatPretty } from '../../../../src/archive/report/pretty.ts';
import type { Diagnostic } from '../../../../src/core/diagnostic.ts';
import { configSchema } from '../../../../src/core/schema/config.ts';

export const config = configSchema.parse({
  title: 'Archive',
  description: 'All of it',
  url: 'https://example.org',
  license: 'CC-BY-SA-4.0',
});

/** The day on which tests check. */
const now = Date.parse('2026-11-23');

/** Everything that is wrong with a content folder, which diagnostics call `content`. */
export async function check(contentDir: string): Promise<Diagnostic[]> {
  return (await loadArchive({ contentDir, contentName: 'content', config, now, jobs: 1 })).diagnostics;
}

/** What `npm run validate` prints of diagnostics, without colours. */
export function pretty(diagnostics: readonly Diagnostic[], contentDir: string): string {
  return `${formatPretty(diagnostics, {
    colour: false,
    linesOf: (file) => {
      const source = readSourceFile(file.replace(/^content/, contentDir), file);
      return 'rule' in source ? undefined : source.text.split('\n');
    },
  })}\n`;
}
