import { closeSync, openSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ParseArgsConfig } from 'node:util';
import type { Platform } from '../src/import/model.ts';
import type { Report } from '../src/import/report.ts';
import { platforms } from '../src/import/platforms.ts';
import { runImport } from '../src/import/run-import.ts';
import { loadSettings } from '../src/build/settings.ts';
import { wholeProgress } from '../src/import/whole-progress.ts';
import { isoDate } from '../src/core/schema/fields.ts';
import { readArguments, run, UsageError, wholeNumber } from './cli/command.ts';
import { importJsonlCommand } from './cli/import-jsonl.ts';
import { importSummary } from './cli/import-summary.ts';
import { progressBar } from './cli/progress-bar.ts';

const common = {
  content: { type: 'string', default: 'content' },
  report: { type: 'string', default: 'import-report.json' },
  tag: { type: 'string', multiple: true },
  'min-votes': { type: 'string' },
  since: { type: 'string' },
  limit: { type: 'string' },
  'with-answers-only': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  force: { type: 'boolean' },
  keep: { type: 'boolean' },
  pictures: { type: 'string' },
  config: { type: 'string' },
  jobs: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const word = process.argv.slice(2).find((argument) => platforms.has(argument));

const commonHelp = `
  --content DIR         content folder (default: content)
  --tag T               only threads with this tag; may be given more than once
  --min-votes N         only threads whose question has at least so many votes
  --since DATE          only threads asked on or after this day
  --with-answers-only   only threads that have an answer
  --limit N             only the first N of them
  --pictures DIR        takes pictures from a folder of local copies instead of linking to them: a file anywhere in DIR that is called
                        like the last part of the picture's address (of several, the one whose folders are most like it), or
                        like an upload's hash in a backup of Discourse. png, jpg, gif, webp and avif, up to limits.pictureBytes of
                        the configuration; all others stay links and are reported. Pictures of tags and authors stay links.
  --config FILE         configuration, for that limit (default: responsa.config.ts)
  --dry-run             only reports; writes nothing into the content folder
  --force               overwrites files that a person has edited since they were imported
  --keep                leaves such files for good; without either they are left and reported, and the exit code is 1
  --jobs N              on how many processors a large dump is converted (default: all)
  --report FILE         where the report goes (default: import-report.json)

The same import again writes only what is new. It may be killed at any time: run it again. Two at once into one folder are refused.
A newer dump changes what is new in it. Posts that it no longer has stay, and are reported.
Several sources may go into one folder: an old address or a tag's file that one has already is left out of the next, and reported.
What importers wrote is remembered in .responsa-import.jsonl in the content folder; keep it with the content.
Exit code: 0 all is well, 1 something in the source is broken or a decision is open (the rest is imported), 2 wrong usage.
`.slice(1);

await run(process.argv[2] === 'jsonl' ? importJsonlCommand : importFromPlatform);

async function importFromPlatform(): Promise<number> {
  const platform = word === undefined ? undefined : platforms.get(word);
  const own = Object.keys(platform?.options ?? {});
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: { ...common, ...Object.fromEntries(own.map((name) => [name, { type: 'string' as const }])) },
    },
    platform ? platformHelp(platform) : generalHelp(),
  );
  const [name, source, ...rest] = positionals;
  if (name === undefined)
    throw new UsageError(`Say where to import from: ${[...platforms.keys(), 'jsonl'].join(', ')}.`);
  if (!platform || name !== platform.name)
    throw new UsageError(`${JSON.stringify(name)} is not one of ${[...platforms.keys(), 'jsonl'].join(', ')}.`);
  if (source === undefined) throw new UsageError(`Give the file or folder to import: npm run import -- ${name} SOURCE`);
  if (rest.length > 0) throw new UsageError(`One source at a time; ${JSON.stringify(rest[0])} is one too many.`);
  if (values.force && values.keep) throw new UsageError('--force and --keep exclude each other.');
  if (values.since !== undefined && !isoDate.safeParse(values.since).success) {
    throw new UsageError(`--since takes a day such as 2024-01-31, not ${JSON.stringify(values.since)}.`);
  }

  const bar = progressBar();
  const { plan, progress } = wholeProgress(bar.draw);
  const given: Readonly<Record<string, unknown>> = values;
  const report = await runImport(platform, {
    source,
    contentDir: values.content,
    selection: {
      ...(values.tag ? { tags: values.tag } : {}),
      ...(values['min-votes'] === undefined
        ? {}
        : { minVotes: wholeNumber('min-votes', values['min-votes'], -1e9, 1e9) }),
      ...(values.since === undefined ? {} : { since: values.since }),
      ...(values.limit === undefined ? {} : { limit: wholeNumber('limit', values.limit, 0, 1e9) }),
      withAnswersOnly: values['with-answers-only'] ?? false,
    },
    edited: values.force ? 'force' : values.keep ? 'keep' : 'ask',
    dryRun: values['dry-run'] ?? false,
    jobs: values.jobs === undefined ? availableParallelism() : wholeNumber('jobs', values.jobs, 1, 64),
    pictures: values.pictures === undefined ? undefined : await picturesIn(values.pictures, values.config),
    platformOptions: Object.fromEntries(
      own.map((option) => [option, typeof given[option] === 'string' ? given[option] : undefined]),
    ),
    onPlan: plan,
    onProgress: progress,
  });
  bar.clear();
  writeReport(values.report, report);
  console.log(importSummary(report, values['dry-run'] ?? false));
  console.log(`\n  Everything by its id: ${values.report}`);
  return report.hasProblems || report.balance().length > 0 ? 1 : 0;
}

async function picturesIn(folder: string, config: string | undefined) {
  const settings = await loadSettings({ config });
  return { folder, largest: settings.config.limits.pictureBytes };
}

function writeReport(path: string, report: Report): void {
  const file = openSync(path, 'w');
  for (const piece of report.toText()) writeSync(file, piece);
  closeSync(file);
}

function generalHelp(): string {
  return `
Imports threads from another platform into the content folder.

  npm run import -- PLATFORM SOURCE [OPTIONS]

${[...platforms.values()].map(({ name, summary }) => `  ${name.padEnd(20)}${summary}`).join('\n')}
  ${'jsonl'.padEnd(20)}what npm run export -- jsonl has written: the same folder tree, byte for byte

${commonHelp}
  npm run import -- PLATFORM --help says what SOURCE has to be.
`;
}

function platformHelp({ name, summary, help, options }: Platform): string {
  const own = Object.entries(options).map(([option, text]) => `  --${option.padEnd(20)}${text}`);
  return `
Imports ${summary}.

  npm run import -- ${name} SOURCE [OPTIONS]

${help}

${own.length > 0 ? `${own.join('\n')}\n\n` : ''}${commonHelp}`;
}
