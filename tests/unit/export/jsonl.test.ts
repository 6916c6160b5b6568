import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportedLine } from '../../../src/core/schema/exported.ts';
import { exportJsonl, jsonlSchema } from '../../../src/export/jsonl.ts';
import { importJsonl } from '../../../src/import/jsonl.ts';
import { SourceError } from '../../../src/import/model.ts';
import { config, handwritten, readTree, temporaryFolder, writeTree } from './archive.ts';

function exported(files: Record<string, string | Buffer>, prepare?: (content: string) => void) {
  const folder = temporaryFolder();
  const contentDir = join(folder, 'content');
  writeTree(contentDir, files);
  prepare?.(contentDir);
  const out = join(folder, 'a.jsonl');
  const problems: string[] = [];
  const counts = exportJsonl(out, {
    contentDir,
    contentName: 'content',
    config,
    report: ({ file, line, rule }) => problems.push(`${file}:${line} ${rule}`),
  });
  return {
    folder,
    contentDir,
    out,
    counts,
    problems,
    lines: readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  };
}

const back = (source: string, contentDir: string, edited: 'ask' | 'keep' | 'force' = 'ask', dryRun = false) =>
  importJsonl({ source, contentDir, edited, dryRun, onProgress: () => undefined });

test('an archive written by hand comes back byte for byte', async () => {
  const { folder, contentDir, out, counts, problems } = exported(handwritten);
  const again = join(folder, 'again');
  const report = await back(out, again);
  expect(readTree(again)).toEqual(readTree(contentDir));
  expect(counts).toEqual({ threads: 2, answers: 1, comments: 1, tags: 1, authors: 1, files: 9 });
  expect(problems).toEqual(['content/threads/lock-a-file/answers/broken.md:2 frontmatter-syntax']);
  expect(report.files).toEqual({ written: 9, unchanged: 0, kept: 0 });
  expect([report.balance(), report.notes]).toEqual([[], []]);
  expect((await back(out, again)).files).toEqual({ written: 0, unchanged: 9, kept: 0 });
});

test('a line holds what the files say beside the files', () => {
  const { lines } = exported(handwritten);
  expect(lines.map((line) => exportedLine.parse(line))).toEqual(lines);
  expect(lines.map((line) => (line as { kind: string }).kind)).toEqual([
    'archive',
    'tag',
    'author',
    'thread',
    'thread',
    'file',
    'file',
  ]);
  expect(lines[0]).toEqual({ kind: 'archive', format: 'responsa', version: 1 });
  expect(lines[3]).toMatchObject({
    slug: 'lock-a-file',
    question: {
      title: 'How do I lock a file?',
      author: 'ada',
      tags: ['files', 'c++'],
      comments: [{ author: { name: 'Bob', url: 'https://bob.example' }, text: 'Which "file"?', votes: 2 }],
    },
    answers: [{ id: 'flock', votes: -1, source: { site: 'Forum', id: '12' }, body: 'With flock.' }],
  });
});

test('the committed JSON Schema is the one of the code', () => {
  const committed = JSON.parse(
    readFileSync(new URL('../../../src/export/jsonl.schema.json', import.meta.url), 'utf8'),
  ) as unknown;
  expect(committed, 'run: npm run export -- schema --out src/export/jsonl.schema.json').toEqual(jsonlSchema());
});

test('a link is not followed, and is reported', () => {
  const { problems, lines } = exported({ 'threads/a/question.md': '---\ntitle: A\nauthor: b\n---\nx\n' }, (content) => {
    symlinkSync('/etc/hostname', join(content, 'threads/a/answers'));
    symlinkSync('/etc/hostname', join(content, 'secret.md'));
  });
  expect(problems).toEqual(['content/secret.md:1 symbolic-link', 'content/threads/a/answers:1 symbolic-link']);
  expect(lines).toHaveLength(2);
});

describe('importing', () => {
  const head = '{"kind":"archive","format":"responsa","version":1}';
  const file = (path: string, text = 'x') => JSON.stringify({ kind: 'file', files: [{ path, text }] });

  function source(...lines: string[]): { path: string; contentDir: string } {
    const folder = temporaryFolder();
    writeTree(folder, { 'a.jsonl': lines.join('\n') });
    return { path: join(folder, 'a.jsonl'), contentDir: join(folder, 'content') };
  }

  test('leaves a file that is another, unless it is told', async () => {
    const { path, contentDir } = source(head, file('README.md', 'new'));
    writeTree(contentDir, { 'README.md': 'old' });
    const asked = await back(path, contentDir);
    expect(asked.hasProblems).toBe(true);
    expect((await back(path, contentDir, 'keep')).hasProblems).toBe(false);
    expect((await back(path, contentDir, 'force', true)).files.written).toBe(1);
    expect(readTree(contentDir)).toEqual({ 'README.md': 'old' });
    await back(path, contentDir, 'force');
    expect(readTree(contentDir)).toEqual({ 'README.md': 'new' });
  });

  test.each([
    '../out.md',
    '/etc/x',
    'a/../../x',
    'a//b',
    'a/',
    './a',
    'C:/x',
    'a\\b',
    '.git/config',
    'x/.GIT/hooks/pre-commit',
  ])('refuses the path %s', async (bad) => {
    const { path, contentDir } = source(head, file(bad), file('good.md'));
    const report = await back(path, contentDir);
    expect(report.notes.map(({ level, kind, id }) => [level, kind, id])).toEqual([
      ['problem', 'no-export', 'a.jsonl:2'],
    ]);
    expect(readTree(contentDir)).toEqual({ 'good.md': 'x' });
  });

  test('does not write through a folder that is a link', async () => {
    const { path, contentDir } = source(head, file('threads/a/question.md'));
    const outside = temporaryFolder();
    writeTree(contentDir, { 'README.md': '' });
    symlinkSync(outside, join(contentDir, 'threads'));
    await expect(back(path, contentDir)).rejects.toThrow('is a link');
    expect(readTree(outside)).toEqual({});
  });

  test('reports a broken line with its place and goes on', async () => {
    const { path, contentDir } = source(head, '{"kind": "file", oops', file('b.md'));
    const report = await back(path, contentDir);
    expect(report.notes.map(({ id, message }) => `${id}: ${message}`)).toEqual([
      'a.jsonl:2:18: this line is not JSON: "oops" cannot stand here; it is left out',
    ]);
    expect(readTree(contentDir)).toEqual({ 'b.md': 'x' });
  });

  test.each([
    ['no export', '{"title": "x"}', 'is no export of this version'],
    ['no first line', file('a.md'), 'does not begin with the line that says it is an export'],
    ['nothing', '', 'holds no export'],
  ])('of %s is an error', async (_, text, message) => {
    const { path, contentDir } = source(text);
    await expect(back(path, contentDir)).rejects.toThrow(SourceError);
    await expect(back(path, contentDir)).rejects.toThrow(message);
  });
});
