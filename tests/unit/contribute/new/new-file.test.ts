import { mkdirSync, symlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { authorFrom, newAnswer, newQuestion, type Draft } from '../../../../src/contribute/new/new-file.ts';
import { writeNewFile } from '../../../../src/contribute/new/write-new-file.ts';
import { tagName } from '../../../../src/core/ids.ts';
import { contentFolder } from '../../archive/content-folder.ts';

const draft: Draft = {
  title: 'Ist C# schön: "ja" oder nein?',
  author: authorFrom('ada'),
  date: '2026-01-31',
  tags: [tagName.parse('c#')],
  body: '',
};

test('a question', () => {
  expect(newQuestion(draft, () => false)).toEqual({
    path: 'threads/ist-c-schon-ja-oder-nein/question.md',
    text: `---\ntitle: 'Ist C# schön: "ja" oder nein?'\nauthor: ada\ndate: 2026-01-31\ntags: [c#]\n---\n<!-- guide:\nWrite your question in Markdown below this comment: what you tried, what happened, what you expected.\nThis comment is not published: leave it or remove it.\n-->\n`,
  });
});

test('an answer has no title, no tags and no votes', () => {
  const author = authorFrom('Ada L.');
  expect(newAnswer('locks', { ...draft, title: 'Use a lock', author, body: 'Use it.' }, () => false)).toEqual({
    path: 'threads/locks/answers/use-a-lock.md',
    text: '---\nauthor: {name: Ada L.}\ndate: 2026-01-31\n---\nUse it.\n',
  });
});

test.each([
  ['Locks', 'threads/locks-3/question.md'],
  ['Top', 'threads/top-2/question.md'],
  ['???', 'threads/question/question.md'],
])('a name of its own: %s', (title, path) => {
  const taken = new Set(['locks', 'locks-2']);
  expect(newQuestion({ ...draft, title }, (slug) => taken.has(slug)).path).toBe(path);
});

test('an answer never has an anchor of the page', () => {
  expect(newAnswer('locks', { ...draft, title: 'New' }, () => false).path).toBe('threads/locks/answers/new-2.md');
});

test('nothing is overwritten, and no link is followed', () => {
  using folder = contentFolder({ 'threads/locks/question.md': 'kept' });
  mkdirSync(folder.outside);
  writeFileSync(join(folder.outside, 'x'), '');
  symlinkSync(folder.outside, join(folder.content, 'threads', 'linked'));
  expect(() => writeNewFile(folder.content, { path: 'threads/locks/question.md', text: 'new' })).toThrow(/EEXIST/);
  expect(readFileSync(join(folder.content, 'threads/locks/question.md'), 'utf8')).toBe('kept');
  expect(() => writeNewFile(folder.content, { path: 'threads/linked/answers/a.md', text: 'new' })).toThrow(
    'threads/linked is not a folder, so nothing is written there.',
  );
  const written = writeNewFile(folder.content, { path: 'threads/keys/answers/a.md', text: 'new' });
  expect(readFileSync(written, 'utf8')).toBe('new');
});
