import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { carryOut } from '../../../../src/archive/edit/content-plan.ts';
import { curateCommands } from '../../../../src/contribute/curate/commands.ts';
import type { CurateFlags } from '../../../../src/contribute/curate/curate.ts';
import { describePlan } from '../../../../src/contribute/curate/describe-plan.ts';
import { uncommitted } from '../../../../src/contribute/curate/uncommitted.ts';
import { contentFolder, png, question } from '../../archive/content-folder.ts';
import { check } from '../../archive/rules/check.ts';

const answer = (body: string) => `---\nauthor: bob\n---\n${body}\n`;
const archive = {
  'threads/locks/question.md': question(
    'How? See [this](answers/so.md).',
    '# by hand\nvotes: 3 # counted\ntags: [locks, python]\naccepted: so\n',
  ),
  'threads/locks/answers/so.md': answer('So: ![a](../images/a.png), as [asked](../question.md), or [thus](thus.md).'),
  'threads/locks/answers/thus.md': answer('Thus. `../locks/question.md`'),
  'threads/locks/images/a.png': png(),
  'threads/keys/question.md': question(
    'See [locks](../locks/question.md#so) and [so](../locks/answers/so.md).',
    'tags: [python]\n',
  ),
  'threads/keys/answers/so.md': answer('As in [locks](/questions/locks/). ![b](../images/a.png)'),
  'threads/keys/images/a.png': png(2),
  'threads/doors/question.md': question('See [thus][1].\n\n[1]: ../locks/answers/thus.md', 'duplicateOf: locks\n'),
  'tags/python.md': '---\ntitle: Python\n---\nSnakes.\n',
};

function curate(content: string, name: string, words: string[], flags: CurateFlags = {}): string {
  const plan = curateCommands[name]?.plan(words, flags, { contentDir: content, today: '2026-01-14' });
  if (!plan) throw new Error('no such command');
  const text = describePlan(plan);
  carryOut(content, plan);
  return text;
}

test('close and reopen', async () => {
  using folder = contentFolder(archive);
  expect(curate(folder.content, 'close', ['locks'], { reason: 'Asks for: opinions' })).toBe(
    'threads/locks/question.md\n  +status: closed\n  +closedReason: "Asks for: opinions"',
  );
  expect(await check(folder.content)).toEqual([]);
  curate(folder.content, 'close', ['locks'], { reopen: true });
  expect(readFileSync(join(folder.content, 'threads/locks/question.md'), 'utf8')).toBe(
    archive['threads/locks/question.md'],
  );
});

test('accept, and take it back', () => {
  using folder = contentFolder(archive);
  expect(curate(folder.content, 'accept', ['locks', 'answers/thus.md'])).toBe(
    'threads/locks/question.md\n  -accepted: so\n  +accepted: thus',
  );
  expect(curate(folder.content, 'accept', ['locks'], { none: true })).toBe(
    'threads/locks/question.md\n  -accepted: thus',
  );
});

test('duplicate refuses circles', () => {
  using folder = contentFolder(archive);
  expect(curate(folder.content, 'duplicate', ['keys', 'locks'])).toBe(
    'threads/keys/question.md\n  +duplicateOf: locks',
  );
  expect(() => curate(folder.content, 'duplicate', ['locks', 'doors'])).toThrow('doors is a duplicate of locks itself');
});

test('retag one question, and a tag everywhere', async () => {
  using folder = contentFolder(archive);
  expect(curate(folder.content, 'retag', ['locks'], { add: 'threads', remove: 'locks' })).toBe(
    'threads/locks/question.md\n  -tags: [locks, python]\n  +tags: [python, threads]',
  );
  expect(curate(folder.content, 'retag', [], { from: 'python', to: 'py' })).toBe(
    [
      'threads/keys/question.md\n  -tags: [python]\n  +tags: [py]',
      'threads/locks/question.md\n  -tags: [python, threads]\n  +tags: [py, threads]',
      'tags/python.md\n  +synonyms: [python]',
      'move tags/python.md\n  to tags/py.md',
    ].join('\n'),
  );
  expect(await check(folder.content)).toEqual([]);
});

test('retag everywhere: links to the tag follow, in posts, authors, other tags and pages', async () => {
  using folder = contentFolder({
    'threads/a/question.md': question('See [it](../../tags/python.md), `../../tags/python.md`.', 'tags: [python]\n'),
    'threads/a/answers/so.md': answer('All [of them](/tags/python/), or [these](/tags/snakes/).'),
    'tags/python.md': '---\ntitle: Python\n---\nSnakes. [Me](python.md).\n',
    'tags/snakes.md': '---\ntitle: Snakes\n---\nNot [Python](python.md).\n',
    'authors/ada.md': '---\nname: Ada\n---\nI like [Python](../tags/python.md).\n',
    'pages/about.mdx': '---\ntitle: About\n---\n[All](/tags/python/#new), <ThreadList count={6} tag="python" />.\n',
  });
  expect(curate(folder.content, 'retag', [], { from: 'python', to: 'c#' })).toBe(
    [
      'threads/a/question.md',
      '  -tags: [python]\n  +tags: [c#]',
      '  -See [it](../../tags/python.md), `../../tags/python.md`.',
      '  +See [it](../../tags/c%23.md), `../../tags/python.md`.',
      'threads/a/answers/so.md',
      '  -All [of them](/tags/python/), or [these](/tags/snakes/).',
      '  +All [of them](/tags/c%23/), or [these](/tags/snakes/).',
      'tags/python.md',
      '  +synonyms: [python]',
      '  -Snakes. [Me](python.md).\n  +Snakes. [Me](c%23.md).',
      'tags/snakes.md',
      '  -Not [Python](python.md).\n  +Not [Python](c%23.md).',
      'authors/ada.md',
      '  -I like [Python](../tags/python.md).\n  +I like [Python](../tags/c%23.md).',
      'pages/about.mdx',
      '  -[All](/tags/python/#new), <ThreadList count={6} tag="python" />.',
      '  +[All](/tags/c_sharp/#new), <ThreadList count={6} tag="c#" />.',
      'move tags/python.md\n  to tags/c#.md',
    ].join('\n'),
  );
  expect((await check(folder.content)).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('retag of the archive’s own content leaves nothing broken', async () => {
  using folder = contentFolder();
  cpSync(join(import.meta.dirname, '../../../../content'), folder.content, { recursive: true });
  curate(folder.content, 'retag', [], { from: 'responsa', to: 'manual' });
  expect(readFileSync(join(folder.content, 'authors/responsa-maintainers.md'), 'utf8')).toContain(
    '[responsa](../tags/manual.md)',
  );
  expect((await check(folder.content)).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('rename: links in all files follow, the old address stays', async () => {
  using folder = contentFolder(archive);
  expect(curate(folder.content, 'rename', ['locks', 'how-locks-work'])).toBe(
    [
      'threads/doors/question.md',
      '  -duplicateOf: locks\n  +duplicateOf: how-locks-work',
      '  -[1]: ../locks/answers/thus.md\n  +[1]: ../how-locks-work/answers/thus.md',
      'threads/keys/question.md',
      '  -See [locks](../locks/question.md#so) and [so](../locks/answers/so.md).',
      '  +See [locks](../how-locks-work/question.md#so) and [so](../how-locks-work/answers/so.md).',
      'threads/keys/answers/so.md',
      '  -As in [locks](/questions/locks/). ![b](../images/a.png)',
      '  +As in [locks](/questions/how-locks-work/). ![b](../images/a.png)',
      'threads/locks/question.md',
      '  +aliases: [locks]',
      'move threads/locks\n  to threads/how-locks-work',
    ].join('\n'),
  );
  expect(await check(folder.content)).toEqual([]);
  curate(folder.content, 'rename', ['how-locks-work', 'locks']);
  const text = readFileSync(join(folder.content, 'threads/locks/question.md'), 'utf8');
  expect(text).toContain('aliases: [how-locks-work]\n');
});

test('merge: answers and pictures move under free names, the question stays, every link holds, no text is lost', async () => {
  using folder = contentFolder(archive);
  curate(folder.content, 'merge', ['locks', 'keys']);
  const read = (path: string) => readFileSync(join(folder.content, path), 'utf8');
  expect(read('threads/keys/answers/so-2.md')).toBe(
    answer('So: ![a](../images/a-2.png), as [asked](../../locks/question.md), or [thus](thus.md).'),
  );
  expect(read('threads/keys/answers/thus.md')).toBe(answer('Thus. `../locks/question.md`'));
  expect(read('threads/keys/question.md')).toContain('See [locks](answers/so-2.md) and [so](answers/so-2.md).');
  expect(read('threads/doors/question.md')).toContain('[1]: ../keys/answers/thus.md');
  expect(read('threads/locks/question.md')).toBe(
    question(
      'How? See [this](../keys/answers/so-2.md).',
      '# by hand\nvotes: 3 # counted\ntags: [locks, python]\nstatus: closed\nclosedReason: Merged into keys\nduplicateOf: keys\n',
    ),
  );
  expect((await check(folder.content)).map(({ rule }) => rule)).toEqual(['unused-picture']);
  expect(existsSync(join(folder.content, 'threads/locks/answers'))).toBe(false);
});

test.each([
  ['json', '[{"post": "locks", "votes": 7}, {"post": "locks/so", "votes": -1}]'],
  ['json', '{"content/threads/locks/question.md": 7, "https://example.org/questions/locks/#so": -1}'],
  ['csv', 'post,votes\nlocks,7\r\n"locks/answers/so.md",-1\n'],
])('tally from %s: %s', async (kind, text) => {
  using folder = contentFolder(archive);
  const file = `${folder.outside}.${kind}`;
  writeFileSync(file, text);
  expect(curate(folder.content, 'tally', [file], { method: 'poll among members' })).toBe(
    [
      'threads/locks/question.md',
      '  -votes: 3 # counted\n  +votes: 7 # counted',
      '  +counted: {date: 2026-01-14, method: poll among members}',
      'threads/locks/answers/so.md',
      '  +votes: -1',
      '  +counted: {date: 2026-01-14, method: poll among members}',
    ].join('\n'),
  );
  expect(await check(folder.content)).toEqual([]);
});

test.each([
  ['close', ['lock'], { reason: 'x' }, 'There is no thread "lock". Did you mean locks?'],
  ['close', ['locks'], {}, 'Say why in one sentence'],
  ['accept', ['locks', 'thuss'], {}, 'Did you mean thus?'],
  ['rename', ['locks', 'Keys!'], {}, 'cannot be the name of a thread'],
  ['rename', ['locks', 'top'], {}, 'is the name of a listing'],
  ['rename', ['locks', 'keys'], {}, 'curate merge locks keys'],
  ['merge', ['doors', 'doors'], {}, 'cannot be merged into itself'],
  ['merge', ['locks', 'doors'], {}, 'doors is a duplicate of locks itself'],
  ['retag', ['locks'], { add: 'C Sharp' }, 'cannot be a tag'],
  ['retag', ['locks'], { remove: 'java' }, 'locks has no tag java'],
  ['tally', ['nowhere.json'], { method: 'x' }, 'nowhere.json cannot be read'],
])('%s %s refuses', (name, words, flags: CurateFlags, message) => {
  using folder = contentFolder(archive);
  expect(() => curate(folder.content, name, words, flags)).toThrow(message);
});

test('a plan is not carried out on content that has changed since', () => {
  using folder = contentFolder(archive);
  const plan = curateCommands['rename']?.plan(
    ['locks', 'bolts'],
    {},
    { contentDir: folder.content, today: '2026-01-14' },
  );
  writeFileSync(join(folder.content, 'threads/keys/question.md'), question('Other.'));
  expect(() => plan && carryOut(folder.content, plan)).toThrow('has changed in the meantime; nothing was done');
  expect(existsSync(join(folder.content, 'threads/locks'))).toBe(true);
});

test('git says whether it could be undone', () => {
  using folder = contentFolder(archive);
  expect(uncommitted(folder.content)).toMatch(/in no git repository/);
  const root = dirname(folder.content);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: root });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'x');
  expect(uncommitted(folder.content)).toBeUndefined();
  mkdirSync(join(folder.content, 'threads/new'));
  writeFileSync(join(folder.content, 'threads/new/question.md'), question());
  expect(uncommitted(folder.content)).toMatch(/1 file\b/);
});
