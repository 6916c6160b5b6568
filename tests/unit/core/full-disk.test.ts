import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { isFullDisk } from '../../../src/core/full-disk.ts';

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a full disk is known by the code of the system, of SQLite, by the words of another process and by the cause', () => {
  using database = new DatabaseSync(':memory:');
  const full = thrownBy(() => {
    database.exec('PRAGMA max_page_count = 3; CREATE TABLE a (b); INSERT INTO a VALUES (zeroblob(1000000))');
  });
  expect(isFullDisk(full)).toBe(true);
  expect(isFullDisk(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe(true);
  expect(isFullDisk(new Error('Pagefind ended: No space left on device (os error 28)'))).toBe(true);
  expect(isFullDisk(new Error('The page / could not be made', { cause: full }))).toBe(true);
});

test('other errors are none', () => {
  using database = new DatabaseSync(':memory:');
  expect(isFullDisk(thrownBy(() => database.exec('SELECT * FROM nowhere')))).toBe(false);
  expect(isFullDisk(Object.assign(new Error('open'), { code: 'ENOENT' }))).toBe(false);
  expect(isFullDisk('ENOSPC')).toBe(false);
});
