import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scopeOf } from '../../../src/archive/check-paths.ts';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { contentFolder, question } from './content-folder.ts';

const files = {
  'threads/locks/question.md': question(),
  'threads/locks-and-keys/question.md': question(),
  'tags/python.md': '---\ntitle: Python\n---\n',
};
const about = (file: string): Diagnostic => ({ file, line: 1, column: 1, severity: 'error', rule: 'x', message: 'x' });
const all = [
  'content/threads/locks',
  'content/threads/locks/answers/a.md',
  'content/threads/locks-and-keys/question.md',
  'content/tags/python.md',
];

test.each([
  [[], undefined, [0, 1, 2, 3]],
  [['.'], undefined, [0, 1, 2, 3]],
  [['threads'], undefined, [0, 1, 2]],
  [['threads/locks'], ['locks'], [0, 1]],
  [['threads/locks/'], ['locks'], [0, 1]],
  [['threads/locks/question.md'], ['locks'], [0, 1]],
  [['threads/locks/answers/deleted.md'], ['locks'], [0, 1]],
  [
    ['threads/locks', 'threads/locks-and-keys/question.md'],
    ['locks', 'locks-and-keys'],
    [0, 1, 2],
  ],
  [['tags/python.md'], [], [3]],
  [['tags'], [], [3]],
  [['tags', 'threads'], undefined, [0, 1, 2, 3]],
  [['threads/../tags'], [], [3]],
])('%j', (paths, only, covered) => {
  using folder = contentFolder(files);
  const scope = scopeOf(paths, folder.content, 'content', folder.content);
  if ('problem' in scope) throw new Error(scope.problem);
  expect(scope.only && [...scope.only]).toEqual(only);
  expect(all.filter((file) => scope.covers(about(file)))).toEqual(covered.map((index) => all[index]));
});

test.each([
  ['..', '.. is outside the content folder content.'],
  ['../content-2/x.md', '../content-2/x.md is outside the content folder content.'],
  ['/etc/passwd', '/etc/passwd is outside the content folder content.'],
  ['threads/none', 'There is no threads/none.'],
  ['threads/none/question.md', 'There is no threads/none/question.md.'],
  ['tags/none.md', 'There is no tags/none.md.'],
  ['threads/a\u0000b', 'There is no threads/a\u0000b.'],
])('%j is a wrong use', (path, problem) => {
  using folder = contentFolder(files);
  expect(scopeOf([path], folder.content, 'content', folder.content)).toEqual({ problem });
});

test('an absolute path, and one by way of a link above the content', () => {
  using folder = contentFolder(files);
  mkdirSync(folder.outside);
  symlinkSync(folder.content, join(folder.outside, 'link'));
  for (const path of [join(folder.content, 'threads/locks'), join(folder.outside, 'link/threads/locks')]) {
    const scope = scopeOf([path], folder.content, 'content', '/');
    expect('only' in scope && [...(scope.only ?? [])]).toEqual(['locks']);
  }
});
