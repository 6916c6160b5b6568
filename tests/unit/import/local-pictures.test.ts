import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LocalPictures } from '../../../src/import/local-pictures.ts';
import { pictureNames } from '../../../src/import/picture-names.ts';
import { scratchFolder, treeOf, writeTree } from './scratch-folder.ts';
import { gif, png } from './small-pictures.ts';
import { importDump } from './stackexchange/import-dump.ts';
import { row, xmlFile } from './stackexchange/small-dump.ts';

const hash = '1207c58ecf84ff66794a30f2afd06dbbba19adcc';

test.each([
  ['https://i.example.org/aBc.png', ['aBc.png']],
  ['https://i.example.org/x/a%20b.png?s=9#top', ['a b.png']],
  ['https://i.example.org/assets/12-34', ['12-34']],
  [
    'upload://2zvfcRgNS3huqCkZcXzA23aGybG.jpeg',
    ['2zvfcRgNS3huqCkZcXzA23aGybG.jpeg', `${hash}.jpeg`, hash, '2zvfcRgNS3huqCkZcXzA23aGybG'],
  ],
  [
    'https://f.org/uploads/short-url/2zvfcRgNS3huqCkZcXzA23aGybG.png',
    ['2zvfcRgNS3huqCkZcXzA23aGybG.png', `${hash}.png`, hash, '2zvfcRgNS3huqCkZcXzA23aGybG'],
  ],
  [`https://f.org/uploads/default/optimized/2X/1/${hash}_2_690x388.png`, [`${hash}_2_690x388.png`, `${hash}.png`]],
  ['images/a.png', []],
  ['data:image/png;base64,AAAA', []],
  ['https://i.example.org/', []],
])('a copy of %s', (url, names) => {
  expect(pictureNames(url)).toEqual(names);
});

test('of several files with one name, the one whose folders are like the address is taken', () => {
  const folder = writeTree(scratchFolder(), {
    'a/x/1.png': png(1),
    'b/x/1.png': png(2),
    '2.png': 'no picture',
    '3.png': png(3),
    '4.jpg': gif,
    'Ünsäfe name?.png': png(5),
  });
  const local = new LocalPictures({ folder, largest: 200 });
  expect(local.find('https://h.org/b/x/1.png')).toEqual({ file: 'b/x/1.png', name: '1.png' });
  expect(local.find('https://h.org/x/1.png')).toEqual({ problem: 'several files may be it: a/x/1.png, b/x/1.png' });
  expect(local.find('https://h.org/2.png')).toEqual({
    problem: '2.png is not a picture that can be read: save it again as png, jpg, gif, webp or avif',
  });
  expect(local.find('https://h.org/4.jpg')).toEqual({ file: '4.jpg', name: '4.gif' });
  expect(local.find('https://h.org/%C3%9Cns%C3%A4fe%20name%3F.png')).toEqual({
    file: 'Ünsäfe name?.png',
    name: 'ns-fe-name.png',
  });
  expect(local.find('https://h.org/5.png')).toEqual({ problem: 'no file is called so' });
  expect(local.find('images/3.png')).toBeUndefined();
  expect(new LocalPictures({ folder, largest: 20 }).find('https://h.org/3.png')).toEqual({
    problem: `3.png has ${png(3).length} bytes; at most 20 are published: scale it down or save it as webp`,
  });
});

test('symbolic links in the folder are not followed, and a folder that is not there is named', () => {
  const folder = scratchFolder();
  mkdirSync(join(folder, 'pictures'));
  writeTree(folder, { 'outside.png': png(1) });
  symlinkSync(join(folder, 'outside.png'), join(folder, 'pictures', 'outside.png'));
  expect(
    new LocalPictures({ folder: join(folder, 'pictures'), largest: 200 }).find('https://h.org/outside.png'),
  ).toEqual({
    problem: 'no file is called so',
  });
  expect(() => new LocalPictures({ folder: join(folder, 'nothing'), largest: 200 })).toThrow(
    `--pictures ${join(folder, 'nothing')}: there is no such folder; give the one that the copies of pictures are in`,
  );
});

const question = {
  Id: 1,
  PostTypeId: 1,
  Score: 0,
  Title: 'T',
  Tags: '<a>',
  OwnerDisplayName: 'u',
  Body: `<p><img src="https://i.org/a.png" alt="A"> <a href="https://i.org/a.png">a link to it</a></p>
<p><a href="https://i.org/b.png"><img src="https://i.org/b.png"></a> <img src="https://i.org/gone.png"> <a href="https://i.org/c.png">c</a></p>`,
};
const answer = {
  Id: 2,
  PostTypeId: 2,
  ParentId: 1,
  Score: 0,
  OwnerDisplayName: 'u',
  Body: '<p><img src="https://i.org/a.png"> <img src="https://i.org/other/B.png"></p>',
};

test('pictures of posts are copied into the thread, each once, and the second time nothing is written', async () => {
  const folder = scratchFolder();
  const dump = writeTree(join(folder, 'dump'), { 'Posts.xml': xmlFile('posts', [row(question), row(answer)]) });
  const copies = { 'a.png': png(1), 'b.png': png(2), 'B.png': png(3), 'c.png': png(4) };
  const pictures = { folder: writeTree(join(folder, 'pictures'), copies), largest: 1000 };
  const content = join(folder, 'content');
  const report = await importDump(dump, content, { pictures });
  const tree = treeOf(content);
  expect(Object.keys(tree).filter((file) => file.includes('images/'))).toEqual([
    'threads/t/images/B-2.png',
    'threads/t/images/a.png',
    'threads/t/images/b.png',
  ]);
  expect(tree['threads/t/question.md']?.split('---\n')[2]).toBe(
    `![A](images/a.png) [a link to it](images/a.png)

[![](images/b.png)](images/b.png) ![](https://i.org/gone.png) [c](https://i.org/c.png)
`,
  );
  expect(tree['threads/t/answers/2.md']?.split('---\n')[2]).toBe('![](../images/a.png) ![](../images/B-2.png)\n');
  expect(
    report.notes.filter(({ kind }) => kind.startsWith('picture')).map(({ kind, id, message }) => [kind, id, message]),
  ).toEqual([
    ['picture-copied', '1', 'https://i.org/a.png → images/a.png'],
    ['picture-copied', '1', 'https://i.org/a.png → images/a.png'],
    ['picture-copied', '1', 'https://i.org/b.png → images/b.png'],
    ['picture-copied', '1', 'https://i.org/b.png → images/b.png'],
    ['picture-not-found', '1', 'https://i.org/gone.png stays a link: no file is called so'],
    ['picture-copied', '2', 'https://i.org/a.png → images/a.png'],
    ['picture-copied', '2', 'https://i.org/other/B.png → images/B-2.png'],
  ]);
  const again = await importDump(dump, content, { pictures });
  expect(again.files).toEqual({ written: 0, unchanged: 5, kept: 0 });
  expect(treeOf(content)).toEqual(tree);
});

test('a picture that a person replaced stays', async () => {
  const folder = scratchFolder();
  const dump = writeTree(join(folder, 'dump'), { 'Posts.xml': xmlFile('posts', [row(question)]) });
  const pictures = { folder: writeTree(join(folder, 'pictures'), { 'a.png': png(1) }), largest: 1000 };
  const content = join(folder, 'content');
  await importDump(dump, content, { pictures });
  writeTree(content, { 'threads/t/images/a.png': png(9) });
  writeTree(pictures.folder, { 'a.png': png(2) });
  const report = await importDump(dump, content, { pictures });
  expect(report.notes.filter(({ level }) => level === 'problem').map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'open-edited threads/t/images/a.png',
  ]);
});
