import { tmpdir } from 'node:os';
import { SourceError } from './model.ts';

/** SQLITE_FULL of https://www.sqlite.org/rescode.html. */
const sqliteFull = 13;

/** Says of the error of a full disk what is to be done about it; any other error stays as it is. */
export function explainFullDisk(error: unknown, contentDir: string): unknown {
  if (!(error instanceof Error)) return error;
  const place =
    'errcode' in error && error.errcode === sqliteFull
      ? `in the folder for temporary files, ${tmpdir()} (the variable TMPDIR names another)`
      : 'code' in error && error.code === 'ENOSPC'
        ? `for ${contentDir} or for temporary files in ${tmpdir()}`
        : undefined;
  return place === undefined
    ? error
    : new SourceError(
        `there is no space left ${place}: free some and run the same import again; what is written already is whole, and it does the rest`,
        { cause: error },
      );
}
