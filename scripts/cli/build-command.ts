import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { build } from '../../src/build/build.ts';
import { loadSettings, type SettingsFlags } from '../../src/build/settings.ts';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { wholeNumber, UsageError } from './command.ts';
import { prettyText } from './diagnostics-report.ts';
import { stepReporter } from './step-reporter.ts';

export const buildOptions = {
  content: { type: 'string' },
  config: { type: 'string' },
  base: { type: 'string' },
  out: { type: 'string' },
  jobs: { type: 'string' },
} as const;

export type BuildFlags = SettingsFlags & { out?: string | undefined; jobs?: string | undefined };

/** The environment that hands the flags on to astro.config.mjs. */
export function flagsAsEnvironment(flags: SettingsFlags): NodeJS.ProcessEnv {
  return {
    ...(flags.content === undefined ? {} : { RESPONSA_CONTENT: flags.content }),
    ...(flags.config === undefined ? {} : { RESPONSA_CONFIG: flags.config }),
    ...(flags.base === undefined ? {} : { RESPONSA_BASE: flags.base }),
  };
}

/**
 * Validates and builds with the flags of the command line, saying what it does on standard error.
 * @returns where the site is and what it is served under, or nothing if the content has errors
 */
export async function buildWithFlags(flags: BuildFlags): Promise<{ outDir: string; base: string } | undefined> {
  const root = resolve(import.meta.dirname, '../..');
  const settings = await loadSettings(flags);
  const outDir = resolve(flags.out ?? 'dist');
  if (outDir === root || settings.contentDir.startsWith(`${outDir}/`) || outDir === settings.contentDir) {
    throw new UsageError(`--out ${flags.out} would replace the content or the project itself.`);
  }
  const begin = performance.now();
  const result = await build({
    settings,
    root,
    outDir,
    jobs: flags.jobs === undefined ? availableParallelism() : wholeNumber('jobs', flags.jobs, 1, 64),
    environment: flagsAsEnvironment(flags),
    reporter: stepReporter(),
  });
  if (result.diagnostics.length > 0) {
    console.error(prettyText(result.diagnostics, process.stderr));
  }
  if (!result.ok) {
    const kept = existsSync(outDir) ? ' The old site is as it was.' : '';
    console.error(
      `${styleText('red', 'Nothing was built', { stream: process.stderr })}: mend the errors above first.${kept}`,
    );
    return undefined;
  }
  if (hasErrors(result.diagnostics)) throw new Error('Errors got past validation; please report this.');
  const { threads, answers } = result.counts;
  console.error(
    `${threads} threads with ${answers} answers became ${result.pages} files in ${((performance.now() - begin) / 1000).toFixed(1)} s: ${outDir}`,
  );
  return { outDir, base: settings.config.base };
}
