import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from '../../../src/import/lock.ts';
import { scratchFolder, treeOf, writeTree } from './scratch-folder.ts';
import { importDump } from './stackexchange/import-dump.ts';
import { smallDump } from './stackexchange/small-dump.ts';

const name = '.responsa-import.lock';

test('while another process imports into a folder, none other does, and it is told which', async () => {
  const folder = scratchFolder();
  const dump = writeTree(join(folder, 'dump'), smallDump);
  const content = writeTree(join(folder, 'content'), { [name]: `${process.ppid}\n` });
  await expect(importDump(dump, content)).rejects.toThrow(
    `another import (process ${process.ppid}) is writing into ${content}: wait until it is done; if it is none, delete ${join(content, name)}`,
  );
  expect(treeOf(content)).toEqual({ [name]: `${process.ppid}\n` });
  expect((await importDump(dump, content, { dryRun: true })).files.written).toBe(6);
});

test.each([
  ['is gone', '999999999\n'],
  ['was killed before it said who it is', ''],
  ['had our number, as in a container', `${process.pid}\n`],
])('the lock of a process that %s counts for nothing', (_, text) => {
  const folder = writeTree(scratchFolder(), { [name]: text });
  const unlock = lockFolder(folder);
  expect(treeOf(folder)).toEqual({ [name]: `${process.pid}\n` });
  unlock();
  expect(existsSync(join(folder, name))).toBe(false);
});

test('an import that fails leaves no lock', async () => {
  const folder = scratchFolder();
  await expect(importDump(join(folder, 'nothing'), join(folder, 'content'))).rejects.toThrow();
  expect(existsSync(join(folder, 'content', name))).toBe(false);
});
