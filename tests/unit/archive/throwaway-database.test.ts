import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openThrowaway, type ThrowawayDatabase } from '../../../src/archive/throwaway-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-throwaway-'));
const file = join(folder, 'words.db');
const schema = 'CREATE TABLE IF NOT EXISTS word (text TEXT)';

const put = (database: ThrowawayDatabase, text: string) =>
  database.attempt((open) => open.prepare('INSERT INTO word VALUES (?)').run(text).changes);
const words = (database: ThrowawayDatabase) =>
  database.attempt((open) =>
    open
      .prepare('SELECT text FROM word')
      .all()
      .map(({ text }) => text),
  );

beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('what was put in is there the next time', () => {
  const first = openThrowaway(file, schema);
  expect(put(first, 'lock')).toBe(1);
  first.close();
  expect([first.isOpen, words(first)]).toEqual([false, undefined]);
  const second = openThrowaway(file, schema);
  expect(words(second)).toEqual(['lock']);
  second.close();
});

test('after an error it gives nothing any more, and its files are gone', () => {
  const database = openThrowaway(file, schema);
  put(database, 'lock');
  const failed = database.attempt((): string => {
    throw new Error('The row is damaged.');
  });
  expect([failed, database.isOpen, words(database), readdirSync(folder)]).toEqual([undefined, false, undefined, []]);
});

test.each([
  ['no database', () => writeFileSync(file, 'Not a database, though it is as long as the head of one. '.repeat(20))],
  ['a folder', () => mkdirSync(file)],
])('%s in its place is thrown away', (_, make) => {
  make();
  const database = openThrowaway(file, schema);
  expect([database.isOpen, existsSync(file)]).toEqual([false, false]);
  const next = openThrowaway(file, schema);
  expect(words(next)).toEqual([]);
  next.close();
});

test('a database with other tables is thrown away once they are asked', () => {
  const other = openThrowaway(file, 'CREATE TABLE word (number INTEGER)');
  other.close();
  const database = openThrowaway(file, schema);
  expect([words(database), existsSync(file)]).toEqual([undefined, false]);
});
