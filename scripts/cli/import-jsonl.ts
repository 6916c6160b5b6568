import { writeFileSync } from 'node:fs';
import { importJsonl, jsonlHelp } from '../../src/import/jsonl.ts';
import { readArguments, UsageError } from './command.ts';
import { importSummary } from './import-summary.ts';
import { progressBar } from './progress-bar.ts';

const help = `
Makes the folder tree of an exported archive again.

  npm run import -- jsonl FILE [OPTIONS]

${jsonlHelp}

  --content DIR   content folder (default: content)
  --dry-run       only reports; writes nothing into the content folder
  --force         overwrites files that are there and are others
  --keep          leaves such files; without either they are left and reported, and the exit code is 1
  --report FILE   where the report goes (default: import-report.json)

Exit code: 0 all is well, 1 something in the source is broken or a decision is open (the rest is imported), 2 wrong usage.
`;

const options = {
  content: { type: 'string', default: 'content' },
  report: { type: 'string', default: 'import-report.json' },
  'dry-run': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
} as const;

/** `npm run import -- jsonl FILE`: the way back from an export, which is files and no platform. */
export async function importJsonlCommand(): Promise<number> {
  const { values, positionals } = readArguments({ options, allowPositionals: true }, help);
  const [, source, ...rest] = positionals;
  if (source === undefined || rest.length > 0)
    throw new UsageError('Give the one file to import: npm run import -- jsonl FILE');
  if (values.force && values.keep) throw new UsageError('--force and --keep exclude each other.');
  const bar = progressBar();
  const report = await importJsonl({
    source,
    contentDir: values.content,
    edited: values.force ? 'force' : values.keep ? 'keep' : 'ask',
    dryRun: values['dry-run'],
    onProgress: bar.draw,
  });
  bar.clear();
  writeFileSync(values.report, [...report.toText()].join(''));
  console.log(importSummary(report, values['dry-run']));
  console.log(`\n  Everything by its id: ${values.report}`);
  return report.hasProblems ? 1 : 0;
}
