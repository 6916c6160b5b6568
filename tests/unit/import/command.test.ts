import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder, treeOf, writeTree } from './scratch-folder.ts';
import { row, smallDump, xmlFile } from './stackexchange/small-dump.ts';

const root = join(import.meta.dirname, '../../..');

/** Runs the command in a folder with these files; the report and the content go there. */
function importFrom(files: Readonly<Record<string, string>>, ...args: string[]) {
  const folder = writeTree(scratchFolder(), files);
  const run = spawnSync(process.execPath, [join(root, 'scripts/import.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status: run.status, said: run.stdout + run.stderr, files: Object.keys(treeOf(folder)) };
}

test('a good dump ends with 0', { timeout: 60_000 }, () => {
  const { status, said, files } = importFrom(smallDump, 'stackexchange', '.', '--site', 'cats.example.org');
  expect(said).toContain('6 files written');
  expect(status).toBe(0);
  expect(files).toContain('content/threads/how-to-name-a-cat/answers/3.md');
});

test('a broken dump ends with 1: each fault with its place, and the rest is there', { timeout: 60_000 }, () => {
  const posts = xmlFile('posts', [
    row({ Id: 1, PostTypeId: 1, Score: 0, Body: '<p>Text</p>', Title: 'First', Tags: '<a>' }),
    row({ Id: 2, PostTypeId: 2, ParentId: 9, Score: 0, Body: '<p>Lost</p>' }),
  ]);
  const { status, said, files } = importFrom(
    { 'Posts.xml': posts.replace('</posts>', '  <row Id="3" PostT') },
    'stackexchange',
    '.',
    '--site',
    'cats.example.org',
  );
  expect(status).toBe(1);
  expect(said).toContain('Posts.xml:4: answer 2 belongs to question 9, which is not in the dump; it is left out');
  expect(said).toMatch(/Posts\.xml:5:\d+/);
  expect(said).not.toContain('    at ');
  expect(files).toContain('content/threads/first/question.md');
});

test.each([
  ['discourse', 'holds no topic of Discourse'],
  ['github-discussions', 'holds no discussion'],
  ['jsonl', 'is no export of this version'],
])('%s: JSON that is no export ends with 1 and says so', { timeout: 60_000 }, (word, message) => {
  const { status, said } = importFrom({ 'a.json': '{"a": 1}' }, word, 'a.json');
  expect(status).toBe(1);
  expect(said).toContain(message);
  expect(said).not.toContain('DEBUG=1');
});

test('wrong usage ends with 2', { timeout: 60_000 }, () => {
  const { status, said } = importFrom({}, 'stackexchange');
  expect(status).toBe(2);
  expect(said).toContain('Give the file or folder to import: npm run import -- stackexchange SOURCE');
});
