import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, scratchFolder, writeTree } from '../scratch-folder.ts';
import { importDump } from './import-dump.ts';
import { row, smallDump, xmlFile } from './small-dump.ts';

const question = { PostTypeId: 1, Score: 0, Body: '<p>Text</p>', Tags: '<dogs>' };
const dogs = {
  'Posts.xml': xmlFile('posts', [
    row({ ...question, Id: 1, Title: 'How to name a dog?' }),
    row({ ...question, Id: 2, Title: '4' }),
  ]),
};

function folders(extra: Readonly<Record<string, string>> = {}) {
  const folder = scratchFolder();
  const content = writeTree(join(folder, 'content'), extra);
  const cats = writeTree(join(folder, 'cats'), smallDump);
  const other = writeTree(join(folder, 'dogs'), dogs);
  return {
    content,
    importCats: () => importDump(cats, content),
    importDogs: () => importDump(other, content, { platformOptions: { site: 'dogs.example.org' } }),
  };
}

function aliasesIn(content: string): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(contentOf(content))
      .filter(([file]) => file.endsWith('question.md'))
      .map(([file, text]) => [file.split('/')[1], /^aliases:.*/m.exec(text)?.[0]]),
  );
}

const taken = (report: Awaited<ReturnType<typeof importDump>>) =>
  report.notes.filter(({ kind }) => kind === 'alias-taken').map(({ level, id, message }) => [level, id, message]);

test('an old address stays with the source that had it first, however often both are imported', async () => {
  const { content, importCats, importDogs } = folders();
  expect(taken(await importCats())).toEqual([]);
  const second = await importDogs();
  const note = [
    'changed',
    '1',
    'the address questions/1 is taken by the thread how-to-name-a-cat; set up a redirect for this one elsewhere',
  ];
  expect(taken(second)).toEqual([note]);
  expect(second.hasProblems).toBe(false);
  const aliases = {
    'how-to-name-a-cat': 'aliases: [questions/1]',
    'how-to-name-a-cat-4': 'aliases: [questions/4]',
    'how-to-name-a-dog': undefined,
    // Its title is the number of another source's question, so the number alone would be an address of both.
    '4-2': 'aliases: [questions/2]',
  };
  expect(aliasesIn(content)).toEqual(aliases);
  const before = contentOf(content);
  const firstAgain = await importCats();
  expect([firstAgain.files.written, taken(firstAgain)]).toEqual([0, []]);
  const secondAgain = await importDogs();
  expect([secondAgain.files.written, taken(secondAgain)]).toEqual([0, [note]]);
  expect(contentOf(content)).toEqual(before);
});

test('addresses of what people made are theirs: an alias in any spelling, a thread, a page', async () => {
  const { content, importCats, importDogs } = folders({
    'threads/mine/question.md': '---\ntitle: Mine\naliases:\n- old\n- Questions/1/\nvotes: 0\n---\n\nText\n',
    'threads/4/question.md': '---\ntitle: Four\nstatus: open\n---\n\naliases: [questions/9]\n',
    'pages/questions/2.mdx': '# Two\n',
  });
  expect(taken(await importCats()).map(([, id, message]) => [id, message?.replace(/;.*/, '')])).toEqual([
    ['1', 'the address questions/1 is taken by the thread mine'],
    ['4', 'the address questions/4 is taken by the thread 4'],
  ]);
  expect(taken(await importDogs()).map(([, id, message]) => [id, message?.replace(/;.*/, '')])).toEqual([
    ['1', 'the address questions/1 is taken by the thread mine'],
    ['2', 'the address questions/2 is taken by the page pages/questions/2.mdx'],
  ]);
  expect(aliasesIn(content)).toEqual({
    mine: 'aliases:',
    '4': 'aliases: [questions/9]',
    'how-to-name-a-cat': undefined,
    'how-to-name-a-cat-4': undefined,
    'how-to-name-a-dog': undefined,
    '4-2': undefined,
  });
});

test('the file of a tag stays as the first source has it', async () => {
  const { content, importCats } = folders();
  await importCats();
  const tag = contentOf(content)['tags/cats.md'];
  const again = writeTree(join(scratchFolder(), 'dump'), {
    ...smallDump,
    'Posts.xml': smallDump['Posts.xml'].replace('For cats.', 'For lions.'),
  });
  const importLions = () => importDump(again, content, { platformOptions: { site: 'lions.example.org' } });
  const note = {
    level: 'left-out',
    kind: 'tag-taken',
    id: 'cats',
    message:
      'tags/cats.md is of another source, stackexchange:cats.example.org; add to it what this one says of the tag',
  };
  for (const written of [5, 0]) {
    const report = await importLions();
    expect(report.files.written).toBe(written);
    expect(report.notes).toContainEqual(note);
    expect(report.balance()).toEqual([]);
    expect((await importCats()).files.written).toBe(0);
  }
  expect(contentOf(content)['tags/cats.md']).toBe(tag);
});
