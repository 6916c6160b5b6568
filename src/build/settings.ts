import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configSchema, type Config } from '../core/schema/config.ts';

/** Where a command works and with what: the flags of the command line over `responsa.config.ts`. */
export type Settings = {
  config: Config;
  /** Where the content folder is on disk. */
  contentDir: string;
  /** How diagnostics call it: the path as a person would type it. */
  contentName: string;
};

export type SettingsFlags = {
  /** Content folder; `content` if absent. */
  content?: string | undefined;
  /** Configuration file; `responsa.config.ts` if absent. */
  config?: string | undefined;
  /** Path that the site is served under, over the configuration's. */
  base?: string | undefined;
};

/** Something that the person at the terminal can mend; its message is all they need. */
export class SettingsError extends Error {}

const repositoryShape = `  A repository is written so; forge is github, gitlab, forgejo (Codeberg and Gitea too) or bitbucket, url is the project's page there:
    repository: { forge: 'github', url: 'https://github.com/you/answers', branch: 'main', content: 'content' }
  branch and content may be left out if they are main and content.`;

/** Reads and checks the configuration. Throws `SettingsError` with everything that is wrong with it. */
export async function loadSettings(flags: SettingsFlags, workingDir = process.cwd()): Promise<Settings> {
  const configFile = resolve(workingDir, flags.config ?? 'responsa.config.ts');
  const contentDir = resolve(workingDir, flags.content ?? 'content');
  if (!existsSync(configFile)) {
    throw new SettingsError(
      `There is no ${flags.config ?? 'responsa.config.ts'} here: run the command in the project's folder, or give --config FILE.`,
    );
  }
  let module: { default?: unknown };
  try {
    module = (await import(pathToFileURL(configFile).href)) as { default?: unknown };
  } catch (error) {
    throw new SettingsError(
      `${basename(configFile)} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  const input = module.default;
  const withFlags =
    typeof input === 'object' && input !== null && flags.base !== undefined ? { ...input, base: flags.base } : input;
  const result = configSchema.safeParse(withFlags);
  if (!result.success) {
    const lines = result.error.issues.map(
      ({ path, message }) => `  ${path.length > 0 ? path.join('.') : 'the default export'}: ${message}`,
    );
    const shape = result.error.issues.some(({ path }) => path[0] === 'repository') ? `\n${repositoryShape}` : '';
    throw new SettingsError(`${basename(configFile)} is not right:\n${lines.join('\n')}${shape}`);
  }
  return {
    config: result.data,
    contentDir,
    contentName: flags.content ? flags.content.replace(/\/+$/, '') : 'content',
  };
}
