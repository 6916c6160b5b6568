import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import { build } from '../../src/build/build.ts';
import { loadSettings, type Settings, type SettingsFlags } from '../../src/build/settings.ts';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { configSchema } from '../../src/core/schema/config.ts';
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

/** Reads the configuration as the flags of the command line have it. A flag that is wrong is wrong usage. */
export async function settingsWithFlags(flags: SettingsFlags): Promise<Settings> {
  const base = configSchema.shape.base.safeParse(flags.base);
  if (!base.success)
    throw new UsageError(`--base ${base.error.issues[0]?.message}, not ${JSON.stringify(flags.base)}.`);
  return loadSettings(flags);
}

/**
 * Validates and builds with the flags of the command line, saying what it does on standard error.
 * @returns where the site is and what it is served under, or nothing if the content has errors
 */
export async function buildWithFlags(flags: BuildFlags): Promise<{ outDir: string; base: string } | undefined> {
  const root = resolve(import.meta.dirname, '../..');
  const settings = await settingsWithFlags(flags);
  const outDir = resolve(flags.out ?? 'dist');
  refuseToReplace(outDir, [root, process.cwd(), settings.contentDir], flags.out);
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

/** A build replaces its folder whole: that must be an earlier site, or nothing, and never a folder that holds the project. */
function refuseToReplace(outDir: string, precious: readonly string[], given = 'dist'): void {
  const above = outDir.endsWith(sep) ? outDir : outDir + sep;
  if (precious.some((folder) => folder === outDir || folder.startsWith(above))) {
    throw new UsageError(`--out ${given} would replace the content or the project itself.`);
  }
  if (!existsSync(outDir)) return;
  if (!statSync(outDir).isDirectory()) throw new UsageError(`--out ${given} is a file.`);
  const isSite = existsSync(join(outDir, '404.html')) && existsSync(join(outDir, 'pagefind'));
  if (!isSite && readdirSync(outDir).length > 0) {
    throw new UsageError(
      `--out ${given} holds something else than an earlier site, and would be replaced: empty it, or give another folder.`,
    );
  }
}
