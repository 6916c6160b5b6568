import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { contentFolder, question } from '../archive/content-folder.ts';

// Each test starts processes, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const root = resolve(import.meta.dirname, '../../..');
const files = {
  'threads/locks/question.md': question('How?', 'votes: "12"\n'),
  'threads/keys/question.md': question('![](https://example.org/key.png)'),
};

/** Runs the command as a person would, in the folder around the content. */
function validate(content: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/validate.ts'), '--config', join(root, 'responsa.config.ts'), ...args],
    {
      cwd: join(content, '..'),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...environment },
    },
  );
  return { status, stdout, stderr };
}

test('pretty: what is wrong, a summary, nothing on standard error, and exit code 1', () => {
  using folder = contentFolder(files);
  const { status, stdout, stderr } = validate(folder.content, []);
  expect(stdout.replace(/in \d+\.\d s/, 'in 0.0 s')).toBe(`content/threads/keys/question.md:5:1 warning missing-alt
  the picture https://example.org/key.png has no description
  5 | ![](https://example.org/key.png)
    | ^
  fix: say what it shows, for who cannot see it: ![what it shows](…)

content/threads/locks/question.md:4:8 error invalid-value
  votes must be a whole number, not "12"
  4 | votes: "12"
    |        ^
  fix: write votes: 12, without quotes

1 error and 1 warning in 2 files; 2 threads checked in 0.0 s
`);
  expect([status, stderr]).toEqual([1, '']);
});

test('json: one array and nothing else', () => {
  using folder = contentFolder(files);
  const { status, stdout, stderr } = validate(folder.content, ['--format', 'json']);
  const diagnostics = JSON.parse(stdout) as Diagnostic[];
  expect(diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'content/threads/keys/question.md missing-alt',
    'content/threads/locks/question.md invalid-value',
  ]);
  expect([status, stderr]).toEqual([1, '']);
  expect(
    validate(folder.content, ['--format', 'json', 'content/tags'].slice(0, 2).concat('content/threads/keys', '--quiet'))
      .stdout,
  ).toBe('[]\n');
});

test('github and sarif', () => {
  using folder = contentFolder(files);
  expect(validate(folder.content, ['--format', 'github', '--quiet']).stdout).toBe(
    '::error file=content/threads/locks/question.md,line=4,col=8,title=invalid-value::votes must be a whole number, not "12"%0Afix: write votes: 12, without quotes\n',
  );
  expect(JSON.parse(validate(folder.content, ['--format', 'sarif']).stdout)).toMatchObject({ version: '2.1.0' });
});

test('warnings alone are no failure; --quiet says nothing of them', () => {
  using folder = contentFolder(files);
  expect(validate(folder.content, ['content/threads/keys', '--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('--max shows some, counts all, and does not change the exit code', () => {
  using folder = contentFolder(files);
  const { status, stdout } = validate(folder.content, ['--max', '1']);
  expect(stdout).toContain('\n… and 1 more: --max 0 shows all.\n');
  expect(stdout).toContain('1 error and 1 warning in 2 files');
  expect(status).toBe(1);
});

test.each(['satteri', 'remark'])('the parser %s', (parser) => {
  using folder = contentFolder({ 'threads/locks/question.md': question() });
  expect(validate(folder.content, ['--parser', parser]).stdout).toMatch(/^No problems; 1 thread checked in /);
});

test('colours on request alone', () => {
  using folder = contentFolder(files);
  expect(validate(folder.content, [], { FORCE_COLOR: '1' }).stdout).toContain('\u001b[31merror\u001b[39m');
  expect(validate(folder.content, [], { FORCE_COLOR: '1', NO_COLOR: '1' }).stderr).not.toContain('    at ');
  expect(validate(folder.content, [], { NO_COLOR: '1' }).stdout).not.toContain('\u001b');
});

test('--help and --rules', () => {
  using folder = contentFolder();
  const help = validate(folder.content, ['--help']);
  expect([help.status, help.stdout.split('\n')[0]]).toEqual([
    0,
    'Checks the content as a build would, and builds nothing.',
  ]);
  const rules = validate(folder.content, ['--rules']);
  expect(rules.stdout).toContain('date-order\n  A post is not edited before it was written.\n');
  expect(rules.status).toBe(0);
});

test.each([
  [['--format', 'xml'], '--format takes pretty, json, github, gitlab, sarif, not "xml".'],
  [['--parser', 'marked'], '--parser takes satteri, remark, not "marked".'],
  [['--max', 'many'], '--max takes a whole number'],
  [['--nonsense'], "Unknown option '--nonsense'"],
  [['/etc/passwd'], '/etc/passwd is outside the content folder content.'],
  [['content/threads/none'], 'There is no content/threads/none.'],
])('wrong use: %j', (args, message) => {
  using folder = contentFolder(files);
  const { status, stdout, stderr } = validate(folder.content, args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});

test('a content folder of another name, and one that is not there', () => {
  using folder = contentFolder(files);
  const { stdout } = validate(folder.content, ['--content', './content/', 'content/threads/locks/question.md']);
  expect(stdout.split('\n')[0]).toBe('./content/threads/locks/question.md:4:8 error invalid-value');
  const missing = validate(folder.content, ['--content', 'nowhere']);
  expect([missing.status, missing.stdout.split('\n')[0]]).toEqual([1, 'nowhere:1:1 error missing-content']);
});

test('a configuration with mistakes is one message', () => {
  using folder = contentFolder(files);
  mkdirSync(folder.outside);
  const config = join(folder.outside, 'responsa.config.ts');
  writeFileSync(config, 'export default {');
  const { status, stdout, stderr } = validate(folder.content, ['--config', config]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^error responsa\.config\.ts cannot be read: /);
  expect(stderr).not.toContain('    at ');
});
