import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixContent } from '../../../../src/archive/fix/fix-content.ts';
import { tagName } from '../../../../src/core/ids.ts';
import { contentFolder, question } from '../content-folder.ts';

const synonyms = new Map([[tagName.parse('py'), tagName.parse('python')]]);
const all = { contentName: 'content', synonyms, folders: true, covers: () => true };

test('files of all kinds are mended in place, and a second time there is nothing to do', () => {
  using folder = contentFolder({
    'threads/locks/question.md': question('How?', 'tags: [Py]\n'),
    'threads/locks/answers/so.md': '---\nauthor: ada\nscore: 1\n---\nSo.',
    'tags/python.md': '---\ntitle: Python\nsynonyms: [PY]\n---\n',
    'authors/ada.md': '\u{feff}---\nname: Ada\n---\n',
  });
  expect(fixContent({ ...all, contentDir: folder.content })).toEqual([
    { file: 'content/threads/locks/question.md', did: 'wrote the tag Py as python' },
    { file: 'content/threads/locks/answers/so.md', did: 'ended the last line' },
    { file: 'content/threads/locks/answers/so.md', did: 'called the key score votes' },
    { file: 'content/tags/python.md', did: 'wrote the tag PY as py' },
    { file: 'content/authors/ada.md', did: 'took out the byte-order mark' },
  ]);
  expect(fixContent({ ...all, contentDir: folder.content })).toEqual([]);
  expect(readFileSync(join(folder.content, 'threads/locks/answers/so.md'), 'utf8')).toBe(
    '---\nauthor: ada\nvotes: 1\n---\nSo.\n',
  );
});

test('a folder whose name cannot be an address is renamed; its old name redirects, and links follow', () => {
  using folder = contentFolder({
    'threads/How_Locks_Work/question.md': question('See [it](answers/so.md).'),
    'threads/How_Locks_Work/answers/so.md': '---\nauthor: ada\n---\nSo.\n',
    'threads/keys/question.md': question(
      'See [locks](../How_Locks_Work/question.md), `../How_Locks_Work/question.md` and [so](../How_Locks_Work/answers/so.md#x).',
    ),
  });
  expect(fixContent({ ...all, contentDir: folder.content })).toEqual([
    { file: 'content/threads/How_Locks_Work', did: 'renamed the folder to how-locks-work, and led links there' },
  ]);
  const read = (path: string) => readFileSync(join(folder.content, path), 'utf8');
  expect(read('threads/how-locks-work/question.md')).toBe(
    question('See [it](answers/so.md).', 'aliases: [How_Locks_Work]\n'),
  );
  expect(read('threads/keys/question.md')).toBe(
    question(
      'See [locks](../how-locks-work/question.md), `../How_Locks_Work/question.md` and [so](../how-locks-work/answers/so.md#x).',
    ),
  );
  expect(fixContent({ ...all, contentDir: folder.content })).toEqual([]);
});

test('a folder is not renamed to a name that is taken, and nothing behind a symbolic link is touched', () => {
  using folder = contentFolder({
    'threads/Locks/question.md': question(),
    'threads/locks/question.md': question(),
    'threads/keys/question.md': question(),
  });
  mkdirSync(folder.outside);
  writeFileSync(join(folder.outside, 'so.md'), 'Text.  ');
  symlinkSync(join(folder.outside, 'so.md'), join(folder.content, 'threads/Locks/answers'));
  symlinkSync(folder.outside, join(folder.content, 'threads/keys/answers'));
  expect(fixContent({ ...all, contentDir: folder.content })).toEqual([]);
  expect(existsSync(join(folder.content, 'threads/Locks'))).toBe(true);
  expect(readFileSync(join(folder.outside, 'so.md'), 'utf8')).toBe('Text.  ');
});

test('a name that differs from the new one in case only is no alias: it would be an address of the thread itself', () => {
  using folder = contentFolder({ 'threads/BadName2/question.md': question() });
  expect(fixContent({ ...all, contentDir: folder.content })).toEqual([
    { file: 'content/threads/BadName2', did: 'renamed the folder to badname2, and led links there' },
  ]);
  expect(readFileSync(join(folder.content, 'threads/badname2/question.md'), 'utf8')).toBe(question());
});
