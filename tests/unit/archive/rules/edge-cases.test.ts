import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder, question } from '../content-folder.ts';
import { check } from './check.ts';

async function messages(files: Record<string, string>): Promise<string[]> {
  using folder = contentFolder(files);
  return (await check(folder.content)).map(
    ({ file, rule, message }) => `${file.slice('content/'.length)} ${rule}: ${message}`,
  );
}

const locks = (frontmatter: string) => ({ 'threads/locks/question.md': question('How?', frontmatter) });
const keys = (frontmatter: string) => ({ 'threads/keys/question.md': question('Which?', frontmatter) });

test.each([
  ['the same minute', 'date: 2026-01-14T09:30Z\nedited: 2026-01-14T09:30:00Z\n'],
  ['a day and a time on it', 'date: 2026-01-14T09:30:00Z\nedited: 2026-01-14\n'],
  ['the same day', 'date: 2026-01-14\nedited: 2026-01-14\n'],
])('date-order allows %s', async (_, dates) => {
  expect(await messages(locks(dates))).toEqual([]);
});

test('date-order sees a second', async () => {
  expect(await messages(locks('date: 2026-01-14T09:30:01Z\nedited: 2026-01-14T09:30:00Z\n'))).toEqual([
    'threads/locks/question.md date-order: edited (2026-01-14T09:30:00Z) is before date (2026-01-14T09:30:01Z)',
  ]);
});

test.each([
  [
    'an old slug and the same as a path',
    'aliases: [old]\n',
    'aliases: [questions/old]\n',
    'the alias old is already an alias of keys',
  ],
  ['a slash at the end', 'aliases: [t/old/]\n', 'aliases: [t/old]\n', 'the alias t/old/ is already an alias of keys'],
  ['other capitals', 'aliases: [t/Old]\n', 'aliases: [t/old]\n', 'the alias t/Old is already an alias of keys'],
  ['itself', 'aliases: [locks]\n', '', 'the alias locks is an address of this thread itself'],
  ['twice the same', 'aliases: [old, questions/old]\n', '', 'the alias questions/old is there twice'],
  ['pages of a tag', 'aliases: [tags/python]\n', '', 'the alias tags/python is where the site has other pages'],
  ['a listing', 'aliases: [top]\n', '', 'the alias top is where the site has other pages'],
  [
    'pictures of a thread',
    'aliases: [questions/keys/images/a.png]\n',
    '',
    'the alias questions/keys/images/a.png is an address of the thread keys',
  ],
])('alias-conflict: %s', async (_, one, two, message) => {
  expect(await messages({ ...locks(one), ...keys(two) })).toEqual([
    `threads/locks/question.md alias-conflict: ${message}`,
  ]);
});

test('alias-conflict: a page that a curator wrote, and a file of the site', async () => {
  expect(
    await messages({
      ...locks('aliases: [guide/start, sw.js/old, guide]\n'),
      'pages/guide/start.mdx': '# Start\n',
      'pages/guide.mdx': '# Guide\n',
    }),
  ).toEqual([
    'threads/locks/question.md alias-conflict: the alias guide/start is the address of a page that a curator wrote, pages/guide/start.mdx',
    'threads/locks/question.md alias-conflict: the alias sw.js/old lies below sw.js, where the site may have a file',
  ]);
});

test('a folder with nothing in it is not a thread without a question', async () => {
  using folder = contentFolder(locks(''));
  mkdirSync(join(folder.content, 'threads', 'keys'));
  expect((await check(folder.content)).map(({ message }) => message)).toEqual(['the folder of this thread is empty']);
});

test.each([
  ['threads/locks/answers/a.md', 'author: … for an answer'],
  ['tags/locks.md', 'title: … or none for a tag'],
  ['authors/ada.md', 'name: … for an author'],
  ['threads/locks/question.md', 'title: … and author: … for a question'],
])('%s without frontmatter is told its keys', async (path, keys) => {
  using folder = contentFolder({ ...locks(''), [path]: 'Text.\n' });
  const [problem] = await check(folder.content);
  expect(problem?.fix).toBe(`begin the file with a line of ---, the keys (${keys}), and another line of ---`);
});

test('aliases below an address by number are kept', async () => {
  expect(
    await messages({ ...locks('aliases: [questions/123, questions/123/how-do-locks-work, t/locks/7]\n') }),
  ).toEqual([]);
});

test('a duplicate of itself, and a chain that ends', async () => {
  expect(await messages(locks('duplicateOf: locks\n'))).toEqual([
    'threads/locks/question.md dangling-duplicate: this question is a duplicate of itself',
  ]);
  expect(
    await messages({
      ...locks('duplicateOf: keys\n'),
      ...keys('duplicateOf: doors\n'),
      'threads/doors/question.md': question(),
    }),
  ).toEqual([]);
});

test('a duplicate of a thread whose name is misspelt', async () => {
  using folder = contentFolder({ ...locks(''), ...keys('duplicateOf: lock\n') });
  expect((await check(folder.content)).map(({ fix }) => fix)).toEqual(['did you mean locks?']);
});

test('a chain into a circle is reported where the circle is', async () => {
  const found = await messages({
    ...locks('duplicateOf: keys\n'),
    ...keys('duplicateOf: doors\n'),
    'threads/doors/question.md': question('How?', 'duplicateOf: keys\n'),
  });
  expect(found).toEqual([
    'threads/doors/question.md duplicate-cycle: duplicates lead in a circle: doors → keys → doors',
    'threads/keys/question.md duplicate-cycle: duplicates lead in a circle: keys → doors → keys',
  ]);
});

test('names that differ only in case', async () => {
  expect(await messages({ ...locks(''), 'threads/Locks/question.md': question() })).toEqual([
    'threads/Locks thread-slug: this folder differs only in case from the thread locks; many file systems cannot hold both',
  ]);
});

test.each(['question', 'new'])('the id %s is taken', async (id) => {
  expect(await messages({ ...locks(''), [`threads/locks/answers/${id}.md`]: '---\nauthor: bo\n---\nSo.\n' })).toEqual([
    `threads/locks/answers/${id}.md answer-id: "${id}" cannot be the id of an answer: it is taken by the page itself`,
  ]);
});

test('everything is reported at once, and good posts are still checked beside bad ones', async () => {
  const found = await messages({
    'threads/locks/question.md': question(
      '[x](../none/question.md)',
      'accepted: none\nedited: 2026-01-01\ndate: 2026-02-01\n',
    ),
    'threads/locks/answers/a.md': '---\nauthor: bo\nvotes: many\n---\n',
    'threads/locks/answers/b.md': '---\nauthor: bo\n---\n[x](#none)\n',
  });
  expect(found.map((text) => text.split(':')[0])).toEqual([
    'threads/locks/answers/a.md invalid-value',
    'threads/locks/answers/b.md dangling-link',
    'threads/locks/question.md dangling-accepted',
    'threads/locks/question.md date-order',
    'threads/locks/question.md dangling-link',
  ]);
});
