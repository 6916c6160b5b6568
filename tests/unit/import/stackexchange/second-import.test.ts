import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, scratchFolder, treeOf, writeTree } from '../scratch-folder.ts';
import { importDump } from './import-dump.ts';
import { posts, row, smallDump, xmlFile } from './small-dump.ts';

const answer = 'threads/how-to-name-a-cat/answers/3.md';
const edited = { ...smallDump, 'Posts.xml': smallDump['Posts.xml'].replace('Tom, as in', 'Felix, as in') };

async function imported() {
  const folder = scratchFolder();
  const dump = writeTree(join(folder, 'dump'), smallDump);
  const content = join(folder, 'content');
  await importDump(dump, content);
  const change = (file: string, text: string) => writeFileSync(join(content, file), text);
  return { dump, content, change, before: treeOf(content) };
}

test('the same import again writes nothing', async () => {
  const { dump, content, before } = await imported();
  const report = await importDump(dump, content);
  expect(report.files).toEqual({ written: 0, unchanged: 6, kept: 0 });
  expect(treeOf(content)).toEqual(before);
});

test('an edited dump changes what was edited, and nothing else', async () => {
  const { dump, content, before } = await imported();
  writeTree(dump, edited);
  const report = await importDump(dump, content);
  expect(report.files).toEqual({ written: 1, unchanged: 5, kept: 0 });
  const old = before[answer] ?? '';
  expect(contentOf(content)[answer]).toBe(old.replace('Tom', 'Felix'));
});

test('a thread keeps its folder when its title changes', async () => {
  const { dump, content } = await imported();
  writeTree(dump, { 'Posts.xml': smallDump['Posts.xml'].replace('How to name a cat?', 'What is a good name?') });
  await importDump(dump, content);
  expect(contentOf(content)['threads/how-to-name-a-cat/question.md']).toContain('title: What is a good name?');
  expect(contentOf(content)['threads/how-to-name-a-cat-4/question.md']).toBeDefined();
});

test('what a person edited stays, and is an open question only if the source changed too', async () => {
  const { dump, content, change } = await imported();
  change(answer, 'mine\n');
  const first = await importDump(dump, content);
  expect(first.hasProblems).toBe(false);
  expect(first.files).toEqual({ written: 0, unchanged: 5, kept: 1 });
  writeTree(dump, edited);
  const second = await importDump(dump, content);
  expect(second.notes.filter(({ level }) => level === 'problem').map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    `open-edited ${answer}`,
  ]);
  expect(contentOf(content)[answer]).toBe('mine\n');
});

test('--keep decides for good', async () => {
  const { dump, content, change } = await imported();
  change(answer, 'mine\n');
  writeTree(dump, edited);
  expect((await importDump(dump, content, { edited: 'keep' })).hasProblems).toBe(false);
  expect((await importDump(dump, content)).hasProblems).toBe(false);
  expect(contentOf(content)[answer]).toBe('mine\n');
});

test('--force overwrites, and says so', async () => {
  const { dump, content, change, before } = await imported();
  change(answer, 'mine\n');
  const report = await importDump(dump, content, { edited: 'force' });
  expect(report.notes.map(({ kind, id }) => `${kind} ${id}`)).toContain(`overwritten-edited ${answer}`);
  expect(treeOf(content)).toEqual(before);
});

test('what a person deleted does not come back', async () => {
  const { dump, content } = await imported();
  rmSync(join(content, answer));
  const report = await importDump(dump, content);
  expect(report.files).toEqual({ written: 0, unchanged: 5, kept: 1 });
  expect(contentOf(content)[answer]).toBeUndefined();
});

test('what a newer dump no longer has stays, and is reported', async () => {
  const { dump, content, before } = await imported();
  const gone = async (selection = {}) =>
    (await importDump(dump, content, { selection })).notes
      .filter(({ kind }) => kind.startsWith('gone'))
      .map(({ level, kind, id, message }) => [level, kind, id, message]);
  expect(await gone()).toEqual([]);
  // What is not selected is not gone.
  expect(await gone({ minVotes: 5 })).toEqual([]);
  writeTree(dump, { 'Posts.xml': xmlFile('posts', [row(posts.question)]) });
  expect(await gone()).toEqual([
    [
      'info',
      'gone-thread',
      '4',
      'the source no longer has this thread; threads/how-to-name-a-cat-4 stays: delete it if it should go',
    ],
    [
      'info',
      'gone-answer',
      '1',
      `the source no longer has an answer to this; ${answer} stays: delete it if it should go`,
    ],
  ]);
  expect(contentOf(content)[answer]).toBe(before[answer]);
  rmSync(join(content, answer));
  rmSync(join(content, 'threads/how-to-name-a-cat-4'), { recursive: true });
  expect(await gone()).toEqual([]);
});

test('a folder that a person made is not taken over', async () => {
  const folder = scratchFolder();
  const content = writeTree(join(folder, 'content'), { 'threads/how-to-name-a-cat/question.md': 'mine\n' });
  await importDump(writeTree(join(folder, 'dump'), smallDump), content);
  const tree = contentOf(content);
  expect(tree['threads/how-to-name-a-cat/question.md']).toBe('mine\n');
  expect(Object.keys(tree).filter((file) => file.endsWith('question.md'))).toEqual([
    'threads/how-to-name-a-cat-1/question.md',
    'threads/how-to-name-a-cat-4/question.md',
    'threads/how-to-name-a-cat/question.md',
  ]);
});

test.each([
  { jobs: 1, count: 60, kills: [1, 17, 45] },
  { jobs: 3, count: 1100, kills: [1, 700] },
])(
  'an import on $jobs processors that is killed is finished by the next one: the tree is the same',
  { timeout: 120_000 },
  async ({ jobs, count, kills }) => {
    const folder = scratchFolder();
    const questions = Array.from({ length: count }, (_, index) =>
      row({
        Id: index + 1,
        PostTypeId: 1,
        Score: 0,
        Body: `<p>Text ${index}, not <a href="/q/${count - index}">that</a></p>`,
        Title: `Title ${index % 50}`,
        Tags: '<a>',
      }),
    );
    const dump = writeTree(join(folder, 'dump'), { 'Posts.xml': xmlFile('posts', questions) });
    const whole = join(folder, 'whole');
    const report = await importDump(dump, whole);
    const content = join(folder, 'content');
    let before = 0;
    for (const threads of kills) {
      const child = spawnSync(process.execPath, [
        join(import.meta.dirname, 'killed-import.ts'),
        dump,
        content,
        ...[threads, jobs].map(String),
      ]);
      expect(child.signal).toBe('SIGKILL');
      const written = Object.keys(contentOf(content)).length;
      expect(written).toBeGreaterThanOrEqual(Math.max(threads, before));
      before = written;
    }
    await importDump(dump, content, { jobs });
    expect(treeOf(content)).toEqual(treeOf(whole));
    const other = await importDump(dump, join(folder, 'other'), { jobs });
    expect([...other.toText()]).toEqual([...report.toText()]);
    expect(treeOf(join(folder, 'other'))).toEqual(treeOf(whole));
  },
);

test('a file that was announced and not written, or written halfway, is no edit of a person', async () => {
  const { dump, content, before } = await imported();
  writeTree(content, {
    '.responsa-import.jsonl': '',
    '.responsa-import-file.new': 'half a fi',
    '.responsa-import-journal.jsonl': `${before['.responsa-import.jsonl']}{"file":"threads/how-to-na`,
  });
  rmSync(join(content, answer));
  const report = await importDump(dump, content);
  expect(report.hasProblems).toBe(false);
  expect(contentOf(content)).toEqual(contentOf(writeTree(scratchFolder(), before)));
});

test('a file of an unfinished import that a person edited then stays as it is, and is no open question', async () => {
  const { dump, content, change, before } = await imported();
  writeTree(content, {
    '.responsa-import.jsonl': '',
    '.responsa-import-journal.jsonl': before['.responsa-import.jsonl'] ?? '',
  });
  change(answer, 'mine\n');
  const kept = async () =>
    (await importDump(dump, content)).notes
      .filter(({ id }) => id === answer)
      .map(({ level, kind, message }) => [level, kind, message]);
  const note = [
    'info',
    'kept-edited',
    'was edited by a person since it was imported, and stays so; the source is the same as then',
  ];
  expect(await kept()).toEqual([note]);
  expect(await kept()).toEqual([note]);
  expect(contentOf(content)[answer]).toBe('mine\n');
});
