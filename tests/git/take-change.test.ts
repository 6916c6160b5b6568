import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeChange } from '../../src/contribute/git/take-change.ts';

let folder: string;
const ours = () => ({ root: join(folder, 'ours'), gitDir: join(folder, 'ours/.git') });
const theirs = () => ({ root: join(folder, 'theirs'), gitDir: join(folder, 'theirs/.git') });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'responsa-take-'));
  write('ours', { 'content/threads/a/question.md': 'a', 'content/pages/about.mdx': 'ours', 'package.json': 'ours' });
  git('ours', 'init', '-q');
  commit('ours');
  git('.', 'clone', '-q', 'ours', 'theirs');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(at: string, ...args: string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  return execFileSync('git', [...who, ...args], { cwd: join(folder, at) })
    .toString()
    .trim();
}

function commit(at: string): string {
  git(at, 'add', '--all');
  git(at, 'commit', '-q', '-m', 'x');
  return git(at, 'rev-parse', 'HEAD');
}

function write(at: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, at, path)), { recursive: true });
    writeFileSync(join(folder, at, path), text);
  }
}

const read = (path: string) => readFileSync(join(folder, 'ours', path), 'utf8');

test.each([
  [false, 'theirs'],
  [true, 'ours'],
])('the content is taken, the rest is not (keep pages: %s)', (keepPages, pages) => {
  rmSync(join(folder, 'theirs/content/threads/a'), { recursive: true });
  write('theirs', {
    'content/threads/b/question.md': 'b',
    'content/pages/about.mdx': 'theirs',
    'package.json': 'theirs',
  });
  const head = commit('theirs');
  expect(takeChange(theirs(), ours(), keepPages)).toBe(head);
  expect(existsSync(join(folder, 'ours/content/threads/a'))).toBe(false);
  expect([read('content/threads/b/question.md'), read('content/pages/about.mdx'), read('package.json')]).toEqual([
    'b',
    pages,
    'ours',
  ]);
  expect(git('ours', 'diff', '--name-only', 'HEAD', 'refs/responsa/change')).toContain('content/threads/b/question.md');
});

test('symbolic links stay links, and a content that is one is refused', () => {
  symlinkSync('/etc', join(folder, 'theirs/content/threads/etc'));
  commit('theirs');
  takeChange(theirs(), ours(), false);
  expect(lstatSync(join(folder, 'ours/content/threads/etc')).isSymbolicLink()).toBe(true);
  rmSync(join(folder, 'theirs/content'), { recursive: true });
  symlinkSync('/etc', join(folder, 'theirs/content'));
  expect(() => takeChange(theirs(), ours(), false)).toThrow('has no folder content');
});
