import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SevenZip from '7z-wasm';
import { expect, test } from 'vitest';
import { contentOf, scratchFolder, writeTree } from '../scratch-folder.ts';
import { importDump } from './import-dump.ts';
import { smallDump } from './small-dump.ts';

async function pack(folder: string, name: string, files: readonly string[]): Promise<void> {
  const sevenZip = await SevenZip({ print: () => undefined, printErr: () => undefined });
  sevenZip.FS.mkdir('/work');
  sevenZip.FS.mount(sevenZip.NODEFS, { root: folder }, '/work');
  sevenZip.FS.chdir('/work');
  sevenZip.callMain(['a', name, ...files]);
}

test('a .7z gives the same as its folder, and so does a folder of them', async () => {
  const folder = scratchFolder();
  const dump = writeTree(join(folder, 'dump'), smallDump);
  await importDump(dump, join(folder, 'from-folder'));
  await pack(dump, 'cats.7z', Object.keys(smallDump));
  await importDump(join(dump, 'cats.7z'), join(folder, 'from-7z'));
  expect(contentOf(join(folder, 'from-7z'))).toEqual(contentOf(join(folder, 'from-folder')));

  const parts = join(folder, 'parts');
  mkdirSync(parts);
  writeTree(parts, smallDump);
  for (const file of Object.keys(smallDump)) await pack(parts, `cats-${file.replace('.xml', '.7z')}`, [file]);
  for (const file of Object.keys(smallDump)) rmSync(join(parts, file));
  await importDump(parts, join(folder, 'from-parts'));
  expect(contentOf(join(folder, 'from-parts'))).toEqual(contentOf(join(folder, 'from-folder')));
});
