import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { explainFullDisk } from '../../../src/import/full-disk.ts';
import { SourceError } from '../../../src/import/model.ts';

const rest = 'free some and run the same import again; what is written already is whole, and it does the rest';

/** What SQLite says if a database may not grow. */
function sqliteError(): unknown {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('PRAGMA max_page_count = 3; CREATE TABLE a (b); INSERT INTO a VALUES (zeroblob(1000000))');
    return undefined;
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
}

test('a full disk is explained, wherever it is met', () => {
  const write = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(explainFullDisk(write, 'content')).toEqual(
    new SourceError(`there is no space left for content or for temporary files in ${tmpdir()}: ${rest}`, {
      cause: write,
    }),
  );
  const error = sqliteError();
  expect(explainFullDisk(error, 'content')).toEqual(
    new SourceError(
      `there is no space left in the folder for temporary files, ${tmpdir()} (the variable TMPDIR names another): ${rest}`,
      { cause: error },
    ),
  );
});

test('other errors stay as they are', () => {
  const error = new Error('another');
  expect(explainFullDisk(error, 'content')).toBe(error);
});
