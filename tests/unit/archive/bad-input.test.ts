import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadArchive } from '../../../src/archive/load.ts';
import { contentFolder, png, question } from './content-folder.ts';
import { check, config } from './rules/check.ts';

const good = { 'threads/locks/question.md': question() };

/** Where something is wrong, and which rule says so. */
async function problemsIn(content: string): Promise<string[]> {
  return (await check(content)).map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

async function shownIn(content: string): Promise<string[]> {
  const slugs: string[] = [];
  const onPage = ({ slug }: { slug: string }) => slugs.push(slug);
  await loadArchive({ contentDir: content, contentName: 'content', config, jobs: 1, onPage });
  return slugs;
}

test.each<[string, Record<string, string | Uint8Array>, string[]]>([
  ['nothing but a good thread', {}, []],
  ['an empty thread', { 'threads/keys/.gitkeep': '' }, ['content/threads/keys:1:1 missing-question']],
  ['an empty file', { 'threads/keys/question.md': '' }, ['content/threads/keys/question.md:1:1 empty-file']],
  ['a file of blanks', { 'threads/keys/question.md': ' \n\t\n' }, ['content/threads/keys/question.md:1:1 empty-file']],
  [
    'a file of 5 MB',
    { 'threads/keys/question.md': 'x'.repeat(5_000_000) },
    ['content/threads/keys/question.md:1:1 file-too-large'],
  ],
  ['a binary file', { 'threads/keys/question.md': png() }, ['content/threads/keys/question.md:1:1 not-text']],
  [
    'a file in Latin-1',
    { 'threads/keys/question.md': Buffer.from(question('Caf\u00e9'), 'latin1') },
    ['content/threads/keys/question.md:5:4 encoding'],
  ],
  [
    'a file in UTF-16',
    { 'threads/keys/question.md': Buffer.from(`\u{FEFF}${question()}`, 'utf16le') },
    ['content/threads/keys/question.md:1:1 not-text'],
  ],
  [
    'Windows line ends',
    { 'threads/keys/question.md': question().replaceAll('\n', '\r\n') },
    ['content/threads/keys/question.md:1:1 line-ends'],
  ],
  [
    'a byte-order mark',
    { 'threads/keys/question.md': `\u{FEFF}${question()}` },
    ['content/threads/keys/question.md:1:1 byte-order-mark'],
  ],
  ['a name with a space', { 'threads/my keys/question.md': question() }, ['content/threads/my keys:1:1 thread-slug']],
  ['a Cyrillic name', { 'threads/ключи/question.md': question() }, ['content/threads/ключи:1:1 thread-slug']],
  [
    'an emoji as a name',
    { 'threads/\u{1F511}/question.md': question() },
    ['content/threads/\u{1F511}:1:1 thread-slug'],
  ],
  ['a capital in a name', { 'threads/Locks/question.md': question() }, ['content/threads/Locks:1:1 thread-slug']],
  [
    'MDX as the question',
    { 'threads/keys/question.mdx': question() },
    ['content/threads/keys/question.mdx:1:1 unexpected-file'],
  ],
  ['MDX beside threads', { 'threads/keys.mdx': question() }, ['content/threads/keys.mdx:1:1 unexpected-file']],
  [
    'MDX among answers',
    { 'threads/locks/answers/a.mdx': 'x' },
    ['content/threads/locks/answers/a.mdx:1:1 unexpected-file'],
  ],
  ['Question.MD', { 'threads/keys/Question.MD': question() }, ['content/threads/keys/Question.MD:1:1 unexpected-file']],
  [
    'a folder named question.md',
    { 'threads/keys/question.md/x.md': question() },
    ['content/threads/keys/question.md:1:1 unexpected-file'],
  ],
  [
    'a folder among answers',
    { 'threads/locks/answers/a.md/x.md': question() },
    ['content/threads/locks/answers/a.md:1:1 unexpected-file'],
  ],
  ['a file named answers', { 'threads/locks/answers': 'x' }, ['content/threads/locks/answers:1:1 unexpected-file']],
  ['a file named tags', { tags: 'x' }, ['content/tags:1:1 unexpected-file']],
  [
    'a picture that is a page',
    { 'threads/locks/images/a.html': '<p>' },
    ['content/threads/locks/images/a.html:1:1 unexpected-file'],
  ],
  [
    'what editors leave behind',
    { 'threads/locks/.question.md.swp': 'x', 'threads/locks/question.md~': 'x', 'threads/.DS_Store': 'x' },
    [],
  ],
])('%s', async (_, files, expected) => {
  using folder = contentFolder({ ...good, ...files });
  expect(await problemsIn(folder.content)).toEqual(expected);
  expect(await shownIn(folder.content)).toContain('locks');
});

test('content that is a file, or is not there', async () => {
  using folder = contentFolder(good);
  expect(await problemsIn(join(folder.content, 'threads/locks/question.md'))).toEqual(['content:1:1 unreadable']);
  expect(await problemsIn(join(folder.content, 'nowhere'))).toEqual(['content:1:1 missing-content']);
});

test('a pipe and a socket are not opened', async () => {
  using folder = contentFolder(good);
  mkdirSync(join(folder.content, 'threads/keys'));
  execFileSync('mkfifo', [join(folder.content, 'threads/keys/question.md'), join(folder.content, 'threads/pipe')]);
  mkdirSync(join(folder.content, 'tags'));
  execFileSync('mkfifo', [join(folder.content, 'tags/python.md')]);
  expect(await problemsIn(folder.content)).toEqual([
    'content/tags/python.md:1:1 unexpected-file',
    'content/threads/keys/question.md:1:1 unexpected-file',
    'content/threads/pipe:1:1 unexpected-file',
  ]);
});

const seesAll = process.getuid?.() === 0;
test.skipIf(seesAll)(`without the right to read${seesAll ? ' (root may read everything)' : ''}`, async () => {
  using folder = contentFolder({ ...good, 'threads/keys/question.md': question() });
  chmodSync(join(folder.content, 'threads/keys/question.md'), 0);
  expect(await problemsIn(folder.content)).toEqual(['content/threads/keys/question.md:1:1 unreadable']);
});

test.each(['threads', 'tags', 'authors', 'pages'])('the folder %s as a link to outside', async (name) => {
  using folder = contentFolder(name === 'threads' ? {} : good);
  mkdirSync(join(folder.outside, 'secret'), { recursive: true });
  writeFileSync(join(folder.outside, 'secret/question.md'), question());
  writeFileSync(join(folder.outside, 'secret.md'), '---\nname: Secret\n---\n');
  rmSync(join(folder.content, name), { recursive: true, force: true });
  symlinkSync(folder.outside, join(folder.content, name));
  expect(await problemsIn(folder.content)).toEqual([`content/${name}:1:1 symbolic-link`]);
  expect(await shownIn(folder.content)).toEqual(name === 'threads' ? [] : ['locks']);
});

test.each([
  ['a thread', 'threads/keys', '', ['content/threads/keys:1:1 symbolic-link']],
  ['a question', 'threads/keys/question.md', 'question.md', ['content/threads/keys/question.md:1:1 symbolic-link']],
  ['the answers', 'threads/locks/answers', 'answers', ['content/threads/locks/answers:1:1 symbolic-link']],
  ['an answer', 'threads/locks/answers/a.md', 'question.md', ['content/threads/locks/answers/a.md:1:1 symbolic-link']],
  ['a tag', 'tags/python.md', 'question.md', ['content/tags/python.md:1:1 symbolic-link']],
])('%s as a link to outside', async (_, path, target, expected) => {
  using folder = contentFolder(good);
  mkdirSync(join(folder.outside, 'answers'), { recursive: true });
  writeFileSync(join(folder.outside, 'question.md'), question());
  writeFileSync(join(folder.outside, 'answers/a.md'), question());
  mkdirSync(join(folder.content, path, '..'), { recursive: true });
  symlinkSync(join(folder.outside, target), join(folder.content, path));
  expect(await problemsIn(folder.content)).toEqual(expected);
  expect(await shownIn(folder.content)).toEqual(['locks']);
});

// Starting workers takes seconds on a busy machine.
test('threads loaded by workers have the problems that they have otherwise', { timeout: 60_000 }, async () => {
  const names = Array.from({ length: 220 }, (_, index) => `t${index}`);
  using folder = contentFolder(
    Object.fromEntries(names.map((name, index) => [`threads/${name}/question.md`, index % 10 === 0 ? '' : question()])),
  );
  const options = { contentDir: folder.content, contentName: 'content', config };
  const one = await loadArchive({ ...options, jobs: 1 });
  const two = await loadArchive({ ...options, jobs: 2 });
  expect(two.diagnostics).toEqual(one.diagnostics);
  expect(two.threads).toEqual(one.threads);
  expect(two.diagnostics).toHaveLength(22);
});
