import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { exportSqlite } from '../../../src/export/sqlite.ts';
import { config, handwritten, temporaryFolder, writeTree } from './archive.ts';

function exported(files: Record<string, string | Buffer>) {
  const folder = temporaryFolder();
  writeTree(join(folder, 'content'), files);
  const out = join(folder, 'a.sqlite');
  const problems: string[] = [];
  const counts = exportSqlite(out, {
    contentDir: join(folder, 'content'),
    contentName: 'content',
    config,
    report: ({ file, rule }) => problems.push(`${file} ${rule}`),
  });
  const database = new DatabaseSync(out, { readOnly: true });
  onTestFinished(() => {
    database.close();
  });
  const rows = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row));
  return { rows, counts, problems, out };
}

test('threads, posts, comments, tags and authors are rows', () => {
  const { rows, counts, problems, out } = exported(handwritten);
  expect(rows('SELECT slug, title, status, accepted, duplicate_of FROM threads')).toEqual([
    ['lock-a-file', 'How do I lock a file?', 'open', 'flock', 'other'],
    ['other', 'Other', 'open', null, null],
  ]);
  expect(rows('SELECT thread, answer_id, accepted, author, votes, date, source_id, body FROM posts')).toEqual([
    ['lock-a-file', null, 0, 'ada', 0, null, null, '\n\nHow *so*?\n\n\n'],
    ['lock-a-file', 'flock', 1, null, -1, '2020-01-02', '12', 'With flock.'],
    ['other', null, 0, 'bob', 0, null, null, 'A žluťoučký kůň.\n'],
  ]);
  expect(rows('SELECT post, author, author_name, author_url, votes, text FROM comments')).toEqual([
    [1, null, 'Bob', 'https://bob.example', 2, 'Which "file"?'],
  ]);
  expect(rows('SELECT name, title, wiki FROM tags ORDER BY name')).toEqual([
    ['c++', 'C++', 'A language.\n'],
    ['files', null, null],
  ]);
  expect(rows('SELECT handle, name, biography FROM authors')).toEqual([
    ['ada', 'Ada L.', 'Writes.\n'],
    ['bob', 'bob', null],
  ]);
  expect(rows('SELECT thread, tag FROM thread_tags ORDER BY position')).toEqual([
    ['lock-a-file', 'files'],
    ['lock-a-file', 'c++'],
  ]);
  expect(rows('SELECT * FROM thread_aliases UNION ALL SELECT * FROM tag_synonyms')).toEqual([
    ['lock-a-file', 't/7'],
    ['cpp', 'c++'],
  ]);
  expect(counts.files).toBe(9);
  expect(problems).toEqual(['content/threads/lock-a-file/answers/broken.md frontmatter-syntax']);
  expect(existsSync(`${out}.new`)).toBe(false);
});

test('full text is found, whatever the accents', () => {
  const { rows } = exported(handwritten);
  const found = (words: string) =>
    rows(`SELECT thread FROM posts_fts JOIN posts ON posts.id = posts_fts.rowid WHERE posts_fts MATCH '${words}'`);
  expect(found('zlutoucky')).toEqual([['other']]);
  expect(found('title: lock')).toEqual([['lock-a-file']]);
  expect(found('nothing')).toEqual([]);
});

test('files are there to the byte', () => {
  const { rows } = exported(handwritten);
  expect(rows("SELECT hex(bytes), text FROM files WHERE path LIKE '%.png'")).toEqual([['8950FF000D0A', null]]);
  expect(rows("SELECT text FROM files WHERE path LIKE '%flock.md'")).toEqual([
    [handwritten['threads/lock-a-file/answers/flock.md']],
  ]);
});

test('foreign keys hold, also where the content has references that lead nowhere', () => {
  const { rows, problems } = exported({
    'threads/a/question.md': '---\ntitle: A\nauthor: b\nduplicateOf: gone\n---\nx\n',
  });
  expect(rows('PRAGMA foreign_key_check')).toEqual([]);
  expect(rows('SELECT duplicate_of FROM threads')).toEqual([[null]]);
  expect(problems).toEqual(['content/threads/a/question.md dangling-duplicate']);
});
