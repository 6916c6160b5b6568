import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { changeScope } from '../../src/contribute/change/change-scope.ts';
import { openChange } from '../../src/contribute/change/open-change.ts';
import { checkChange } from '../../src/contribute/check-change.ts';
import { archive, config } from './_archive.ts';
import { testRepository, type Files } from './_repository.ts';

vi.setConfig({ testTimeout: 60_000 });

const options = (root: string) => ({ contentDir: join(root, 'content'), contentName: 'content', config, base: 'main' });
const answer = '---\nauthor: stranger\n---\nLike this.\n';

test('a working tree: what is committed, staged, changed and new in the content counts, what was only touched does not', () => {
  using repository = testRepository(archive);
  const { root } = repository;
  repository.commit('request', { 'content/threads/locks/answers/committed.md': answer }, 'main');
  repository.git('switch', '-q', 'request');
  writeFileSync(join(root, 'content/threads/locks/answers/staged.md'), answer);
  repository.git('add', '.');
  writeFileSync(join(root, 'content/threads/locks/answers/new.md'), answer);
  writeFileSync(join(root, 'notes.txt'), 'not in the content, and unknown to git');
  appendFileSync(join(root, 'content/threads/keys/question.md'), 'More.\n');
  utimesSync(join(root, 'content/threads/locks/question.md'), 1, 1);
  utimesSync(join(root, 'README.md'), 1, 1);
  const { change } = openChange(options(root));
  expect(change.files.map(({ name, before, after }) => [name, before?.kind, after?.kind])).toEqual([
    ['content/threads/keys/question.md', 'file', 'file'],
    ['content/threads/locks/answers/committed.md', undefined, 'file'],
    ['content/threads/locks/answers/new.md', undefined, 'file'],
    ['content/threads/locks/answers/staged.md', undefined, 'file'],
  ]);
});

test('what others merged since does not count', () => {
  using repository = testRepository(archive);
  repository.commit('request', { 'content/threads/locks/answers/mine.md': answer }, 'main');
  repository.commit('main', { 'content/threads/locks/answers/other.md': answer }, 'main');
  const { change } = openChange({ ...options(repository.root), head: 'request' });
  expect(change.files.map(({ name }) => name)).toEqual(['content/threads/locks/answers/mine.md']);
});

test('what git does not know is said in words', () => {
  using repository = testRepository(archive);
  const open = (base: string, head?: string) => () =>
    openChange({ ...options(repository.root), base, ...(head === undefined ? {} : { head }) });
  expect(open('nowhere')).toThrow('There is no commit "nowhere" here.');
  expect(open('--output=ran')).toThrow('There is no commit "--output=ran" here.');
  repository.commit('unrelated', { x: 'x' });
  expect(open('main', 'unrelated')).toThrow(
    'main and unrelated have no commit in common. If this is a shallow clone, fetch all of it: git fetch --unshallow, or fetch-depth: 0.',
  );
  expect(() => openChange(options('/'))).toThrow(
    'content is not in a git repository, so there is nothing to compare it with.',
  );
});

test.each<[string, Files, string[] | undefined]>([
  ['an answer', { 'content/threads/locks/answers/mine.md': answer }, ['locks']],
  [
    'a changed question',
    { 'content/threads/keys/question.md': `${String(archive['content/threads/keys/question.md'])}\nMore\n` },
    ['keys'],
  ],
  ['nothing of the content', { 'README.md': 'x' }, []],
  ['a post that went, to which others may link', { 'content/threads/keys/question.md': null }, undefined],
  ['a tag', { 'content/tags/locks.md': '---\nsynonyms: [lock]\n---\n' }, undefined],
  [
    'an alias',
    { 'content/threads/new/question.md': '---\ntitle: New?\nauthor: x\naliases: [old]\n---\nNew?\n' },
    undefined,
  ],
])('%s: the threads to check', (_, files, expected) => {
  using repository = testRepository(archive);
  repository.commit('request', files, 'main');
  const { change } = openChange({ ...options(repository.root), head: 'request' });
  const { only } = changeScope(change, 'content');
  expect(only && [...only]).toEqual(expected);
});

test.each<[string, string, Files]>([
  ['an answer of one’s own', 'stranger', { 'content/threads/locks/answers/mine.md': answer }],
  ['with capitals in the name of the account', 'Stranger', { 'content/threads/locks/answers/mine.md': answer }],
  [
    'under the handle that the configuration gives',
    'adalovelace1815',
    { 'content/threads/locks/answers/mine.md': '---\nauthor: ada\n---\nX.\n' },
  ],
  [
    'a better text of one’s own',
    'stranger',
    {
      'content/threads/locks/answers/by-stranger.md':
        '---\nauthor: stranger\nvotes: 1\nedited: 2026-01-01\n---\nBy turning it.\n',
    },
  ],
  [
    'a comment of one’s own below somebody’s answer',
    'stranger',
    {
      'content/threads/locks/answers/with-care.md':
        '---\nauthor: ilya\nvotes: 7\ncomments: [{author: stranger, text: Thanks.}]\n---\nWith care, and with keys.\n',
    },
  ],
  [
    'what is said about oneself',
    'marta',
    { 'content/authors/marta.md': '---\nname: Marta M.\nurl: https://example.org\n---\n' },
  ],
  [
    'a new thread',
    'stranger',
    { 'content/threads/new/question.md': '---\ntitle: New?\nauthor: stranger\ntags: [locks]\n---\nNew?\n' },
  ],
])('nothing is said of %s', async (_, actor, files) => {
  using repository = testRepository(archive);
  repository.commit('request', files, 'main');
  repository.git('switch', '-q', 'request');
  expect((await checkChange({ ...options(repository.root), jobs: 1, actor })).diagnostics).toEqual([]);
});

test('a thread that moves with an alias is the same thread: nothing is new, deleted or signed', async () => {
  using repository = testRepository(archive);
  const moved = String(archive['content/threads/keys/question.md']).replace('---\nWhat', 'aliases: [keys]\n---\nWhat');
  repository.commit(
    'request',
    { 'content/threads/keys/question.md': null, 'content/threads/a-key/question.md': moved },
    'main',
  );
  repository.git('switch', '-q', 'request');
  const { judgements, diagnostics } = await checkChange({ ...options(repository.root), jobs: 1, actor: 'curator' });
  expect(judgements.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'address: this moves the thread keys to a-key',
  ]);
  expect(diagnostics).toEqual([
    {
      file: 'content/threads/a-key/question.md',
      line: 4,
      column: 1,
      severity: 'warning',
      rule: 'policy-address',
      message: 'this moves the thread keys to a-key; it passes, since curator is in policy.curators',
    },
  ]);
});

test('the name of an author is not taken over by a file of one’s own', async () => {
  using repository = testRepository(archive);
  const files = {
    'content/authors/stranger.md': '---\nname: Marta  M\n---\n',
    'content/threads/locks/answers/mine.md': '---\nauthor: {name: Marta M.}\n---\nX.\n',
  };
  repository.commit('request', files, 'main');
  repository.git('switch', '-q', 'request');
  const { judgements } = await checkChange({ ...options(repository.root), jobs: 1, actor: 'stranger' });
  expect(judgements.map(({ rule, message, passes }) => [rule, message, passes])).toEqual([
    ['authors', 'readers take the name of stranger for marta', undefined],
    [
      'signature',
      'the answer mine of locks is signed as "Marta M.", which readers take for marta, and was handed in by stranger',
      undefined,
    ],
  ]);
});

test('without an actor, changes to posts are named and pass, and new posts are nobody’s in particular', async () => {
  using repository = testRepository(archive);
  repository.commit(
    'request',
    {
      'content/threads/locks/answers/mine.md': answer,
      'content/threads/keys/question.md': String(archive['content/threads/keys/question.md']).replace(
        'made of',
        'made from',
      ),
    },
    'main',
  );
  const { judgements } = await checkChange({ ...options(repository.root), head: 'request', jobs: 1 });
  expect(judgements.map(({ rule, passes }) => [rule, passes])).toEqual([
    ['other-author', 'nobody said who opened the pull request'],
  ]);
});

test('the configuration lets a rule be broken by anyone', async () => {
  using repository = testRepository(archive);
  repository.commit(
    'request',
    { 'content/threads/locks/answers/with-care.md': '---\nauthor: ilya\nvotes: 7\n---\nCarefully.\n' },
    'main',
  );
  const allowing = { ...config, policy: { ...config.policy, allow: ['other-author' as const] } };
  const { judgements } = await checkChange({
    ...options(repository.root),
    config: allowing,
    head: 'request',
    jobs: 1,
    actor: 'stranger',
  });
  expect(judgements.map(({ rule, passes, line }) => [rule, passes, line])).toEqual([
    ['other-author', 'policy.allow has other-author', 5],
  ]);
});

test('a folder of the content that looks like a repository is not taken for one', () => {
  using repository = testRepository({
    ...archive,
    'content/HEAD': 'ref: refs/heads/main\n',
    'content/objects/x': 'x',
    'content/refs/x': 'x',
  });
  mkdirSync(join(repository.root, 'content/refs/heads'), { recursive: true });
  appendFileSync(join(repository.root, 'content/threads/keys/question.md'), 'More.\n');
  expect(openChange(options(repository.root)).change.files.map(({ path }) => path)).toEqual([
    'content/threads/keys/question.md',
  ]);
});

test('a new thread in the place of an old address is a problem, though the thread that has the address is not changed', async () => {
  const aliases = String(archive['content/threads/keys/question.md']).replace(
    '---\nWhat',
    'aliases: [questions/opener]\n---\nWhat',
  );
  using repository = testRepository({ ...archive, 'content/threads/keys/question.md': aliases });
  repository.commit(
    'request',
    { 'content/threads/opener/question.md': '---\ntitle: New?\nauthor: stranger\n---\nNew?\n' },
    'main',
  );
  repository.git('switch', '-q', 'request');
  const { diagnostics } = await checkChange({ ...options(repository.root), jobs: 1, actor: 'stranger' });
  expect(diagnostics.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'content/threads/keys/question.md: the alias questions/opener is an address of the thread opener',
  ]);
});

test('on the command line: validate names the rule and fails, review says what happens and does not', () => {
  using repository = testRepository(archive);
  repository.commit(
    'request',
    { 'content/threads/locks/answers/mine.md': '---\nauthor: stranger\nvotes: 3\n---\nLike this.\n' },
    'main',
  );
  repository.git('switch', '-q', 'request');
  const root = join(import.meta.dirname, '../..');
  const command = (script: string, ...args: string[]) => {
    const all = [
      join(root, 'scripts', script),
      '--config',
      join(root, 'responsa.config.ts'),
      '--base',
      'main',
      '--actor',
      'stranger',
      ...args,
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, all, {
      cwd: repository.root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    return { status, stdout, stderr };
  };
  expect(command('validate.ts', '--format', 'github')).toEqual({
    status: 1,
    stdout:
      '::error file=content/threads/locks/answers/mine.md,line=3,col=1,title=policy-provenance::the votes of the answer mine of locks change to 3, and nothing says how they were counted; that is for curators%0Afix: write counted: {date: 2026-01-31, method: how they were counted}, or source: with retrieved: for imported ones\n' +
      '::error file=content/threads/locks/answers/mine.md,line=3,col=1,title=policy-votes::the answer mine of locks is new and has 3 votes; it begins at 0; that is for curators%0Afix: leave the line votes: out\n',
    stderr: '',
  });
  expect(command('review.ts')).toEqual({
    status: 0,
    stdout: `## What this changes

1 new answer, in 1 file, handed in by \`stranger\`. **2 things are for curators to decide.**

### Policy

- **For curators** (\`policy-votes\`) \`content/threads/locks/answers/mine.md:3\`: the answer mine of locks is new and has 3 votes; it begins at 0
- **For curators** (\`policy-provenance\`) \`content/threads/locks/answers/mine.md:3\`: the votes of the answer mine of locks change to 3, and nothing says how they were counted

### New answer: \`mine\` to How do locks work?

\`content/threads/locks/answers/mine.md\`

By \`stranger\` · licence \`CC-BY-SA-4.0\` · 2 words, 1 min

- \`votes\`: 3

> Like this.
`,
    stderr: '',
  });
  expect(command('validate.ts', 'content/threads/locks').stderr).toContain(
    'With --base the change says what is checked; give no paths.',
  );
  expect(command('review.ts', '--head', 'nowhere')).toMatchObject({ status: 1, stdout: '' });
});
