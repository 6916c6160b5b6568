import { styleText, parseArgs, type ParseArgsConfig } from 'node:util';
import { isFullDisk } from '../../src/core/full-disk.ts';
import { SettingsError } from '../../src/build/settings.ts';
import { GitError } from '../../src/contribute/git/git.ts';
import { SourceError } from '../../src/import/model.ts';

/** A command was called in a way that it does not understand: exit code 2. */
export class UsageError extends Error {}

/** The person at the terminal left before the command was done; the message says what that means. 130 is the exit code of Ctrl+C. */
export class Left extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Parses the arguments of a command; `--help` prints the text and ends. Throws `UsageError` for options that are not known.
 */
export function readArguments<C extends ParseArgsConfig>(config: C, help: string) {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(help.trim());
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Runs a command: what goes wrong becomes one message and an exit code, never a stack trace unless DEBUG is set. */
export async function run(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (error instanceof Left) {
      console.error(error.message);
      process.exitCode = error.exitCode;
      return;
    }
    const message = explained(error);
    if (process.env['DEBUG']) console.error(error);
    else console.error(`${styleText('red', 'error', { stream: process.stderr })} ${message}`);
    if (error instanceof UsageError) {
      console.error('Try --help.');
      process.exitCode = 2;
    } else {
      // What this program throws for a person is a plain error or one of its own; a mistake in it is seldom plain.
      const isExplained =
        isFullDisk(error) ||
        [SettingsError, GitError, SourceError].some((kind) => error instanceof kind) ||
        (error instanceof Error && error.constructor === Error && !('code' in error));
      if (!isExplained && !process.env['DEBUG'])
        console.error('DEBUG=1 shows where it happened. If it is a mistake in Responsa, please report it with that.');
      process.exitCode = 1;
    }
  }
}

/** What an error says to the person at the terminal. */
function explained(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof SourceError || !isFullDisk(error)) return message;
  return `There is no space left on a disk (${message.split('\n', 1)[0]}). Free some and run the command again: what was there before is as it was.`;
}

/** Reads a whole number that an option gives, or throws `UsageError`. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new UsageError(`--${option} takes a whole number from ${least} to ${most}, not ${JSON.stringify(text)}.`);
  }
  return number;
}
