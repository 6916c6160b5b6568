import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { contentFolder, question } from '../archive/content-folder.ts';

// Each test starts processes, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const root = resolve(import.meta.dirname, '../../..');

/** Runs the command without a terminal, in the folder around the content. */
function begin(content: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/new.ts'), ...args, '--config', join(root, 'responsa.config.ts')],
    { cwd: join(content, '..'), encoding: 'utf8', input, env: { PATH: process.env['PATH'] } },
  );
  return { status, stdout, stderr };
}

const files = {
  'tags/locks.md': '---\nsynonyms: [mutex]\n---\n',
  'threads/how-do-locks-work/question.md': question('How do locks work?', 'tags: [locks]\n'),
};

test('a question with everything given: what is alike and which tags may fit is said, the file is written', () => {
  using folder = contentFolder(files);
  const args = ['question', '--title', 'How do locks work in Python?', '--author', 'Ada L.', '--text', '-', '--yes'];
  const { status, stdout, stderr } = begin(folder.content, args, 'I do not know.\n');
  expect([status, stdout]).toEqual([0, 'content/threads/how-do-locks-work-in-python/question.md\n']);
  expect(stderr).toMatch(
    /^Asked already:\n +\d+ % How do locks work\? {2}\(how-do-locks-work\)\nTags that may fit too: locks\n/,
  );
  const today = /^date: \d{4}-\d\d-\d\d$/m;
  expect(
    readFileSync(join(folder.content, 'threads/how-do-locks-work-in-python/question.md'), 'utf8').replace(
      today,
      'date: TODAY',
    ),
  ).toBe('---\ntitle: How do locks work in Python?\nauthor: {name: Ada L.}\ndate: TODAY\n---\nI do not know.\n');
});

test('an answer, and a second one of the same name beside it', () => {
  using folder = contentFolder(files);
  const answer = (thread: string) =>
    begin(folder.content, ['answer', thread, '--title', 'With a key', '--author', 'ada', '--yes']).stdout;
  expect(answer('content/threads/how-do-locks-work/')).toBe(
    'content/threads/how-do-locks-work/answers/with-a-key.md\n',
  );
  expect(answer('https://example.org/questions/how-do-locks-work/#with-a-key')).toBe(
    'content/threads/how-do-locks-work/answers/with-a-key-2.md\n',
  );
});

test('what is begun fails until its text is written below the guide, and then passes', () => {
  using folder = contentFolder(files);
  const { stdout } = begin(folder.content, [
    ...['answer', 'how-do-locks-work', '--title', 'With a key', '--author', 'ada', '--yes'],
  ]);
  const path = join(folder.content, '..', stdout.trim());
  const validate = () => {
    const args = ['scripts/validate.ts', path, '--content', folder.content, '--config', 'responsa.config.ts'];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    return { status, stdout };
  };
  const before = validate();
  expect([before.status, before.stdout]).toEqual([1, expect.stringContaining('the post has no text')]);
  expect(readFileSync(path, 'utf8')).toMatch(/\n---\n<!-- guide:\nWrite your answer in Markdown below this comment/);
  appendFileSync(path, '\nTurn it.\n');
  const after = validate();
  expect([after.status, after.stdout]).toEqual([0, expect.stringContaining('No problems')]);
});

test.each([
  [['question'], 'There is no terminal to ask questions on: give --title and --author.'],
  [['question', '--yes', '--title', 'Why?'], '--yes needs --title and --author.'],
  [['question', 'Why?'], '"Why?" is one too many; a title stands between quotation marks behind --title.'],
  [
    ['answer', 'how-do-lock-work', '--title', 'So', '--author', 'ada'],
    'There is no thread "how-do-lock-work"; did you mean how-do-locks-work?',
  ],
  [['reply'], 'Say what is new: npm run new -- question, or npm run new -- answer THREAD'],
  [['question', '--title', ' ', '--author', 'ada'], 'The title must not be empty.'],
  [['question', '--title', 'Why?', '--author', 'ada', '--tag', 'a/b'], '"a/b" cannot be a tag: it must be'],
])('refused politely: %j', (args, message) => {
  using folder = contentFolder(files);
  const { status, stdout, stderr } = begin(folder.content, args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});
