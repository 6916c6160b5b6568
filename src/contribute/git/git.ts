import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import type { Repository } from './repository.ts';

/** Git could not do what it was asked; the message says why, for people. */
export class GitError extends Error {}

/**
 * Settings that would have git run a program, or reach for the network. They may stand in the configuration of a repository that
 * somebody else made; what is said on the command line goes before it.
 */
const nothingRuns = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.quotePath=false',
  'core.untrackedCache=false',
  'diff.external=',
  'diff.ignoreSubmodules=dirty',
  'submodule.recurse=false',
  'protocol.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
].flatMap((setting) => ['-c', setting]);

const largestOutput = 512 * 1024 * 1024;

/**
 * Runs git and gives what it printed. There is no shell, arguments are handed over as they are, and neither the environment nor the
 * configuration of the person or the machine has a say.
 * @param options.input what git reads on standard input
 * @param options.settings configuration for this call, by key
 * @throws {GitError} if git is not there or fails
 */
export function git(
  { root, gitDir }: Repository,
  args: readonly string[],
  { input = '', settings = {} }: { input?: string; settings?: Readonly<Record<string, string>> } = {},
): Buffer {
  const { error, status, stdout, stderr } = spawnSync(
    'git',
    [`--git-dir=${gitDir}`, `--work-tree=${root}`, '--no-pager', '--literal-pathspecs', ...nothingRuns, ...args],
    {
      cwd: root,
      input,
      env: { ...environment(), ...asEnvironment(settings) },
      maxBuffer: largestOutput,
      windowsHide: true,
    },
  );
  if (error) {
    const isMissing = 'code' in error && error.code === 'ENOENT';
    throw new GitError(isMissing ? 'git is needed for this, and is not installed.' : `git: ${error.message}`);
  }
  if (status !== 0) {
    const reason = stderr.toString().trim().split('\n', 1)[0] ?? '';
    throw new GitError(`git ${args[0] ?? ''} failed: ${reason === '' ? `exit code ${status}` : reason}`);
  }
  return stdout;
}

/** Without the variables by which git is told to use other folders, other programs or another index. */
function environment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** Settings as git-config(1) takes them from the environment: unlike `-c`, a key may have any character. */
function asEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const pairs = Object.entries(settings).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(pairs.length / 2) } as NodeJS.ProcessEnv;
}
