import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { loadArchive, threadContext, type LoadOptions } from '../src/archive/load.ts';
import { visible } from '../src/archive/report/visible.ts';
import { scopeOf } from '../src/archive/check-paths.ts';
import { keptThreadsFile } from '../src/build/kept-files.ts';
import { renderWords } from '../src/build/render-words.ts';
import type { CheckOptions } from '../src/contribute/check-change.ts';
import { loadSettings } from '../src/build/settings.ts';
import { hasErrors } from '../src/core/diagnostic.ts';
import { readArguments, run, UsageError, wholeNumber } from './cli/command.ts';
import { formats, printReport, printRules } from './cli/diagnostics-report.ts';
import { progressBar } from './cli/progress-bar.ts';

const help = `
Checks the content as a build would, and builds nothing.

  npm run validate [-- PATH… OPTIONS]

  PATH…           files or folders of the content; the threads they belong to are checked (default: everything)

  --base REV      check what changes against this branch, tag or commit: the threads that it touches, or all if it can break others,
                  and what is for curators, as policy in the configuration has it
  --head REV      the commit that the change ends at (default: what is on disk now); the content is read from the disk either way
  --actor HANDLE  the account on the forge that opened the pull request

  --content DIR   content folder (default: content)
  --config FILE   configuration (default: responsa.config.ts)
  --format NAME   pretty (default), json, github, gitlab (a Code Quality report) or sarif
  --parser NAME   satteri (default), or remark, the slow one it is held against
  --max N         how many problems to show; 0 for all (default: 100; all in the other formats)
  --quiet         show errors only, and no summary
  --fix           first mend what can be mended without a person: case and synonyms of tags, dates, score: for votes:, quoted numbers, line ends,
                  white space at line ends, byte-order marks, the guides of new files, names of folders (if no PATH is
                  given); says what it did on standard error
  --rules         list the rules and end

Exit code: 0 no errors (warnings are allowed), 1 errors, 2 wrong usage.
`;

const options = {
  base: { type: 'string' },
  head: { type: 'string' },
  actor: { type: 'string' },
  content: { type: 'string' },
  config: { type: 'string' },
  format: { type: 'string' },
  parser: { type: 'string' },
  max: { type: 'string' },
  quiet: { type: 'boolean' },
  fix: { type: 'boolean' },
  rules: { type: 'boolean' },
} as const;

const root = resolve(import.meta.dirname, '..');

await run(async () => {
  const { values, positionals } = readArguments({ options, allowPositionals: true }, help);
  const format = oneOf('format', values.format ?? 'pretty', formats);
  const parser = oneOf('parser', values.parser ?? 'satteri', ['satteri', 'remark'] as const);
  const max = wholeNumber('max', values.max ?? (format === 'pretty' ? '100' : '0'), 0, Number.MAX_SAFE_INTEGER);
  if (values.rules) {
    printRules();
    return 0;
  }
  const settings = await loadSettings({ content: values.content, config: values.config });
  const { config, contentDir, contentName } = settings;
  const { base, head, actor } = values;
  if (base === undefined && (head !== undefined || actor !== undefined))
    throw new UsageError('--head and --actor say something about a change: give --base REV too.');
  if (base !== undefined && positionals.length > 0)
    throw new UsageError('With --base the change says what is checked; give no paths.');

  if (values.fix) {
    if (base !== undefined) throw new UsageError('--fix mends what is on disk, and does not go with --base.');
    const scope = scopeOf(positionals, contentDir, contentName, process.cwd());
    if ('problem' in scope) throw new UsageError(scope.problem);
    const { fixContent } = await import('../src/archive/fix/fix-content.ts');
    const { synonyms } = threadContext({ contentDir, contentName, config });
    const folders = positionals.length === 0;
    for (const { file, did } of fixContent({ contentDir, contentName, synonyms, folders, covers: scope.covers }))
      console.error(`${styleText('green', 'mended', { stream: process.stderr })} ${visible(file)}: ${visible(did)}`);
  }

  const begin = performance.now();
  const progress = process.stderr.isTTY ? progressBar() : undefined;
  const load = {
    contentDir,
    contentName,
    config,
    jobs: availableParallelism(),
    parser,
    words: renderWords(config.locale),
    // For a few files, reading the program to know its version would take longer than it saves.
    ...(parser === 'satteri' && positionals.length === 0 ? { keptIn: keptThreadsFile(root, settings) } : {}),
    onProgress: (done: number, total: number) => progress?.draw('checking', done, total),
  };
  const { archive, diagnostics } =
    base === undefined
      ? await checkPaths(positionals, load)
      : await checkSince({
          ...load,
          base,
          ...(head === undefined ? {} : { head }),
          ...(actor === undefined ? {} : { actor }),
        });
  progress?.clear();
  printReport(diagnostics, {
    format,
    max,
    quiet: values.quiet ?? false,
    threads: archive.threads.length,
    seconds: (performance.now() - begin) / 1000,
  });
  return hasErrors(diagnostics) ? 1 : 0;
});

async function checkPaths(paths: readonly string[], load: Omit<LoadOptions, 'only'>) {
  const scope = scopeOf(paths, load.contentDir, load.contentName, process.cwd());
  if ('problem' in scope) throw new UsageError(scope.problem);
  const archive = await loadArchive({ ...load, ...(scope.only ? { only: scope.only, isAsked: scope.covers } : {}) });
  return { archive, diagnostics: archive.diagnostics.filter(scope.covers) };
}

async function checkSince(options: CheckOptions) {
  // Loaded when it is needed: what reads git and knows the policy takes longer to load than a file to check.
  const { checkChange } = await import('../src/contribute/check-change.ts');
  return checkChange(options);
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    throw new UsageError(`--${option} takes ${allowed.join(', ')}, not ${JSON.stringify(value)}.`);
  }
  return found;
}
