import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { removeDatabase } from '../src/archive/remove-database.ts';
import { build } from '../src/build/build.ts';
import { keptThreadsFile } from '../src/build/kept-files.ts';
import { loadSettings } from '../src/build/settings.ts';
import { remove } from '../src/build/swap.ts';
import { flagsAsEnvironment } from './cli/build-command.ts';
import { readArguments, run, wholeNumber } from './cli/command.ts';
import { stepReporter } from './cli/step-reporter.ts';
import { watchMemory } from './bench/memory.ts';
import { writeSyntheticArchive } from './bench/synthetic-archive.ts';

const help = `
Builds a large archive and prints each step's seconds and the peak memory of all processes together. Nothing that an earlier build
left is used, but for the compiled pages.

  npm run bench [-- OPTIONS]

  --threads N     how many synthetic threads to build (default: 10000)
  --content DIR   build this content folder instead
  --again         build it a second time, with what the first build left
  --jobs N        how much is done side by side (default: the number of processors)

The site goes to .responsa/bench/ and nothing else is touched.
`;

await run(async () => {
  const { values } = readArguments(
    {
      options: {
        threads: { type: 'string' },
        content: { type: 'string' },
        again: { type: 'boolean' },
        jobs: { type: 'string' },
      },
    },
    help,
  );
  const root = resolve(import.meta.dirname, '..');
  const folder = join(root, '.responsa', 'bench');
  const threads = wholeNumber('threads', values.threads ?? '10000', 1, 1_000_000);
  const content = values.content ?? join(folder, `content-${threads}`);
  if (!values.content && !existsSync(content)) {
    const fresh = `${content}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    writeSyntheticArchive(fresh, threads);
    renameSync(fresh, content);
  }
  const settings = await loadSettings({ content });
  const outDir = join(folder, 'site');
  await remove(outDir);
  removeDatabase(keptThreadsFile(root, settings));
  for (let time = 1; time <= (values.again ? 2 : 1); time++) {
    if (time === 2) console.log('\nOnce more, with nothing changed:');
    const memory = watchMemory();
    const begin = performance.now();
    const jobs = values.jobs === undefined ? availableParallelism() : wholeNumber('jobs', values.jobs, 1, 64);
    const environment = flagsAsEnvironment({ content });
    const result = await build({ settings, root, outDir, jobs, environment, reporter: stepReporter() });
    const seconds = (performance.now() - begin) / 1000;
    if (!result.ok) throw new Error(`The content has errors: npm run validate -- --content ${content}`);
    const peak = memory();
    console.log(
      `${result.counts.threads} threads, ${result.counts.answers} answers, ${result.pages} files with ${jobs} jobs, Node ${process.version}`,
    );
    console.log(
      `${seconds.toFixed(1)} s in all${peak === undefined ? '' : `, peak memory ${(peak / 1e6).toFixed(0)} MB`}`,
    );
  }
  return 0;
});
