import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadArchive } from '../../../src/archive/load.ts';
import type { Config } from '../../../src/core/schema/config.ts';
import { contentFolder, png, question } from './content-folder.ts';
import { config } from './rules/check.ts';

const answer = (body: string, frontmatter = '') => `---\nauthor: bo\n${frontmatter}---\n${body}\n`;

/** Everything that loading gives, its texts as well. */
async function load(contentDir: string, keptIn?: string, configuration: Config = config) {
  const pages: unknown[] = [];
  const options = { contentDir, contentName: 'content', config: configuration, jobs: 1, keptIn };
  const archive = await loadArchive({ ...options, onPage: (page) => pages.push(page) });
  return { ...archive, pages };
}

/** An archive that has been loaded once with the file that threads are kept in. */
async function loaded(files: Parameters<typeof contentFolder>[0]) {
  const folder = contentFolder(files);
  const keptIn = `${folder.outside}.db`;
  const before = await load(folder.content, keptIn);
  return {
    before,
    keptIn,
    content: folder.content,
    write: (path: string, data: string | Uint8Array) => {
      mkdirSync(join(folder.content, path, '..'), { recursive: true });
      writeFileSync(join(folder.content, path), data);
    },
    again: () => load(folder.content, keptIn),
    [Symbol.dispose]: () => {
      folder[Symbol.dispose]();
    },
  };
}

test('the sample archive is the same when it is loaded without, with an empty and with a full file', async () => {
  const content = join(import.meta.dirname, '../../fixtures/archive/content');
  using folder = contentFolder();
  const keptIn = `${folder.outside}.db`;
  const plain = await load(content);
  expect(plain.threads.length).toBeGreaterThan(10);
  expect(await load(content, keptIn)).toEqual(plain);
  expect(await load(content, keptIn)).toEqual(plain);
});

test('a thread that did not change is not rendered again', async () => {
  using archive = await loaded({ 'threads/locks/question.md': question('Text') });
  // Another configuration wants another file; with the same one its answer is the old one.
  const other = await load(archive.content, archive.keptIn, { ...config, license: 'CC0-1.0' as Config['license'] });
  expect(other.pages).toEqual(archive.before.pages);
});

test('a changed post, a new one and one that is gone are seen', async () => {
  using archive = await loaded({
    'threads/locks/question.md': question('Text'),
    'threads/locks/answers/a.md': answer('Old words'),
    'threads/locks/answers/b.md': answer('Second'),
  });
  archive.write('threads/locks/answers/a.md', answer('New words'));
  archive.write('threads/locks/answers/c.md', answer('Third'));
  rmSync(join(archive.content, 'threads/locks/answers/b.md'));
  const after = await archive.again();
  expect(after).toEqual(await load(archive.content));
  expect(JSON.stringify(after.pages)).toContain('New words');
});

test('a linked thread that comes or goes is seen', async () => {
  using archive = await loaded({
    'threads/locks/question.md': question('[Keys](../keys/question.md)'),
    'threads/keys/question.md': question(),
  });
  expect(archive.before.diagnostics).toEqual([]);
  rmSync(join(archive.content, 'threads/keys'), { recursive: true });
  const without = await archive.again();
  expect(without.diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'content/threads/locks/question.md dangling-link',
  ]);
  archive.write('threads/keys/question.md', question());
  expect((await archive.again()).diagnostics).toEqual([]);
});

test('the new name of an author and a new synonym of a tag are seen', async () => {
  using archive = await loaded({
    'threads/locks/question.md': question('Text', 'tags: [py]\n'),
    'authors/ada.md': '---\nname: Ada\n---\n',
  });
  archive.write('authors/ada.md', '---\nname: Ada Lovelace\n---\n');
  archive.write('tags/python.md', '---\nsynonyms: [py]\n---\n');
  const after = await archive.again();
  expect(after).toEqual(await load(archive.content));
  expect(after.threads[0]?.summary?.tags).toEqual(['python']);
  expect(JSON.stringify(after.pages)).toContain('Ada Lovelace');
});

test('a picture of another size is seen, though its file has as many bytes', async () => {
  using archive = await loaded({
    'threads/locks/question.md': question('![A lock](images/lock.png)'),
    'threads/locks/images/lock.png': png(3, 2),
  });
  const picture = png(3, 2);
  picture[19] = 7;
  archive.write('threads/locks/images/lock.png', picture);
  utimesSync(join(archive.content, 'threads/locks/images/lock.png'), 1, 1);
  expect(JSON.stringify((await archive.again()).pages)).toContain('width=\\\\\\"7\\\\\\"');
});

test('a thread with an error is looked at each time', async () => {
  using archive = await loaded({ 'threads/locks/question.md': question('[Keys](../keys/question.md)') });
  expect((await archive.again()).diagnostics).toEqual(archive.before.diagnostics);
  expect(archive.before.diagnostics).toHaveLength(1);
});

test('a file that is damaged is thrown away, and one that cannot be written does no harm', async () => {
  using archive = await loaded({ 'threads/locks/question.md': question() });
  writeFileSync(
    archive.keptIn,
    'This is no database, but it is long enough to be taken for the head of one.'.repeat(20),
  );
  for (const suffix of ['-wal', '-shm']) rmSync(archive.keptIn + suffix, { force: true });
  expect(await archive.again()).toEqual(archive.before);
  expect(existsSync(archive.keptIn)).toBe(false);
  expect(await load(archive.content, join(archive.content, 'nowhere', 'kept.db'))).toEqual(archive.before);
});
