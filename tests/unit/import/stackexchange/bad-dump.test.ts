import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SourceError } from '../../../../src/import/model.ts';
import { contentOf, scratchFolder, writeTree } from '../scratch-folder.ts';
import { importDump } from './import-dump.ts';
import { posts, row, smallDump, xmlFile } from './small-dump.ts';

/** Imports a dump of which some files are replaced, and gives the problems and the files of questions. */
async function importWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = scratchFolder();
  const dump = writeTree(join(folder, 'dump'), { ...smallDump, ...files });
  const report = await importDump(dump, join(folder, 'content'));
  expect(report.balance()).toEqual([]);
  return {
    problems: report.notes
      .filter(({ level }) => level === 'problem')
      .map(({ kind, id, message }) => `${kind} ${id} ${message}`),
    changes: report.notes.filter(({ level }) => level === 'changed').map(({ kind, id }) => `${kind} ${id}`),
    slugs: Object.keys(contentOf(join(folder, 'content')))
      .flatMap((file) => /^threads\/(.*)\/question\.md$/.exec(file)?.[1] ?? [])
      .sort(),
  };
}

const question = (id: number, title: string, more: Record<string, string | number> = {}) =>
  row({
    Id: id,
    PostTypeId: 1,
    CreationDate: '2018-03-01T00:00:00.000',
    Score: 0,
    Body: '<p>x</p>',
    Title: title,
    Tags: '<a>',
    OwnerUserId: 7,
    ...more,
  });

test('a file that is cut off is read up to there', async () => {
  const whole = smallDump['Posts.xml'];
  const { problems, slugs } = await importWith({ 'Posts.xml': whole.slice(0, whole.indexOf('Cat, name?')) });
  expect(slugs).toEqual(['how-to-name-a-cat']);
  expect(problems[0]).toMatch(/^broken-xml Posts\.xml:5:\d+ unclosed tag: row$|^broken-xml Posts\.xml:5:\d+ /);
});

test('bytes that are not UTF-8 are named with their place', async () => {
  const bytes = Buffer.from(smallDump['Posts.xml'].replace('Cat, name?', 'C\u00e9t, name?'), 'latin1');
  const { problems, slugs } = await importWith({ 'Posts.xml': bytes.subarray(1) });
  expect(slugs).toEqual(['how-to-name-a-cat', 'how-to-name-a-cat-4']);
  expect(problems).toEqual([
    expect.stringMatching(
      /^wrong-encoding Posts\.xml:5:\d+ has bytes that are not utf-8; they and others after them are shown as \ufffd: save the file as UTF-8$/,
    ),
  ]);
});

test('a file in UTF-16 is read by its byte-order mark', async () => {
  const { problems, slugs } = await importWith({ 'Posts.xml': Buffer.from(smallDump['Posts.xml'], 'utf16le') });
  expect(slugs).toEqual(['how-to-name-a-cat', 'how-to-name-a-cat-4']);
  expect(problems).toEqual([]);
});

test('control characters are named with their place, and what is around them is kept', async () => {
  const { problems, slugs } = await importWith({
    'Posts.xml': smallDump['Posts.xml'].replace('Cat, name?', 'Cat,\u0001 name?'),
  });
  expect(slugs).toEqual(['how-to-name-a-cat', 'how-to-name-a-cat-4']);
  expect(problems).toEqual([expect.stringMatching(/^broken-xml Posts\.xml:5:\d+ disallowed character/)]);
});

test('an answer may come before its question', async () => {
  const answer = '  <row Id="2" PostTypeId="2" ParentId="3" Score="0" Body="&lt;p&gt;Earlier&lt;/p&gt;" />';
  const { problems, slugs } = await importWith({
    'Posts.xml': xmlFile('posts', [answer, question(3, 'Later')]),
    'Comments.xml': '<comments/>',
  });
  expect(problems).toEqual([]);
  expect(slugs).toEqual(['later']);
});

test('an answer without its question and comments without their post are left out by name', async () => {
  const { problems } = await importWith({
    'Posts.xml': xmlFile('posts', [question(1, 'One'), row({ ...posts.answer, ParentId: 99 })]),
    'Comments.xml': xmlFile('comments', [
      row({ Id: 11, PostId: 3, Score: 0, Text: 'on the answer', CreationDate: '2018-02-07T00:00:00.000', UserId: 7 }),
      row({ Id: 12, PostId: 77, Score: 0, Text: 'on nothing', CreationDate: '2018-02-07T00:00:00.000', UserId: 7 }),
    ]),
  });
  expect(problems).toEqual([
    'orphan Posts.xml:4 answer 3 belongs to question 99, which is not in the dump; it is left out',
    'orphan Comments.xml:3 comment 11 belongs to post 3, which is not imported; it is left out',
    'orphan Comments.xml:4 comment 12 belongs to post 77, which is not imported; it is left out',
  ]);
});

test('of two posts with one id the first is kept', async () => {
  const { problems, slugs } = await importWith({
    'Posts.xml': xmlFile('posts', [question(1, 'First'), question(1, 'Second')]),
    'Comments.xml': '<comments/>',
  });
  expect(slugs).toEqual(['first']);
  expect(problems).toEqual(['same-id Posts.xml:4 a second post has the id 1; the first is kept']);
});

test('rows without an id or a type are named', async () => {
  const { problems } = await importWith({
    'Posts.xml': xmlFile('posts', [
      question(1, 'First'),
      '  <row Id="x" PostTypeId="1" />',
      '  <row Id="9" />',
      '  <row Score="1" />',
    ]),
    'Comments.xml': '<comments/>',
  });
  expect(problems).toEqual([
    'bad-id Posts.xml:4 Id is "x", not a number; the row is left out',
    'no-type Posts.xml:5 post 9 has no PostTypeId; it is left out',
    'bad-id Posts.xml:6 has no Id; the row is left out',
  ]);
});

test('titles of any length, script and likeness get slugs', async () => {
  const { problems, changes, slugs } = await importWith({
    'Posts.xml': xmlFile('posts', [
      question(1, 'x '.repeat(150)),
      question(2, `${'word '.repeat(80)}end`),
      question(3, '如何给猫起名？'),
      question(4, '🐈🐈'),
      question(5, 'Top'),
      question(6, 'C++?'),
      question(7, 'C'),
      question(8, '4'),
    ]),
    'Comments.xml': '<comments/>',
  });
  expect(problems).toEqual([]);
  expect(slugs).toEqual([
    '4-8',
    'c',
    'c-7',
    'question-4',
    'ruhegeimaoqiming',
    'top-5',
    'word-word-word-word-word-word-word-word-word-word-word-word',
    'x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x',
  ]);
  expect(changes).toContain('title-shortened 2');
});

test('a title of 300 characters stays, one of 301 is shortened', async () => {
  const { problems, changes } = await importWith({
    'Posts.xml': xmlFile('posts', [question(1, 'a'.repeat(300)), question(2, 'b'.repeat(301))]),
    'Comments.xml': '<comments/>',
  });
  expect(problems).toEqual([]);
  expect(changes.filter((change) => change.startsWith('title-shortened'))).toEqual(['title-shortened 2']);
});

test('what is no dump is refused with what to do', async () => {
  const folder = scratchFolder();
  await expect(importDump(join(folder, 'nothing'), folder)).rejects.toThrow(SourceError);
  await expect(importDump(folder, folder)).rejects.toThrow(
    /has no Posts\.xml in it; give the folder of one site of the dump/,
  );
  writeTree(folder, { 'dump.7z': 'not an archive' });
  await expect(importDump(join(folder, 'dump.7z'), folder)).rejects.toThrow(/cannot be unpacked/);
});
