import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { formatGithub } from '../../src/archive/report/github.ts';
import { formatPretty } from '../../src/archive/report/pretty.ts';
import { checkChange, type CheckedChange } from '../../src/contribute/check-change.ts';
import { indexQuestions, readQuestions } from '../../src/contribute/questions.ts';
import { reviewChange } from '../../src/contribute/review/review.ts';
import { archive, config } from './_archive.ts';
import { hostileRequests } from './_hostile.ts';
import { testRepository, type TestRepository } from './_repository.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let repository: TestRepository;
const marker = () => join(repository.root, 'ran');
const branchOf = (index: number) => `request-${index}`;

beforeAll(() => {
  repository = testRepository(archive);
  hostileRequests.forEach(({ files }, index) => {
    repository.commit(branchOf(index), files, 'main');
  });
  // What a curator may have on their machine: nothing of it may run because a pull request asks for it.
  const trap = `touch ${marker()}; cat`;
  for (const key of [
    'filter.evil.clean',
    'filter.evil.smudge',
    'diff.evil.textconv',
    'diff.evil.command',
    'diff.external',
    'core.fsmonitor',
    'core.pager',
    'merge.evil.driver',
  ]) {
    repository.git('config', key, trap);
  }
  for (const hook of ['post-index-change', 'fsmonitor-watchman', 'reference-transaction']) {
    const file = join(repository.root, '.git', 'hooks', hook);
    writeFileSync(file, `#!/bin/sh\n${trap}\n`);
    chmodSync(file, 0o755);
  }
});
afterAll(() => {
  repository[Symbol.dispose]();
});

const check = (root: string, head: string | undefined, actor: string): Promise<CheckedChange> =>
  checkChange({
    contentDir: join(root, 'content'),
    contentName: 'content',
    config,
    jobs: 1,
    base: 'main',
    actor,
    ...(head === undefined ? {} : { head }),
  });

const review = (checked: CheckedChange): string =>
  reviewChange(checked, {
    config,
    actor: 'stranger',
    questions: () => indexQuestions(readQuestions(join(repository.root, 'content'), config.limits)),
    largest: 65_536,
    today: '2026-01-31',
  });

describe.each(hostileRequests.map((request, index) => ({ ...request, branch: branchOf(index) })))(
  'a pull request that $does',
  ({ branch, rules }) => {
    test('is flagged, runs nothing and forges nothing', async () => {
      const checked = await check(repository.root, branch, 'stranger');
      const refused = new Set(checked.judgements.filter(({ passes }) => passes === undefined).map(({ rule }) => rule));
      expect([...refused]).toEqual(expect.arrayContaining([...rules]));
      expect(existsSync(marker())).toBe(false);
      expect(globalThis).not.toHaveProperty('ran');

      const commands = formatGithub(checked.diagnostics).split('\n');
      expect(commands).toHaveLength(checked.diagnostics.length);
      expect(commands.filter((line) => !/^::(?:error|warning) file=/.test(line))).toEqual([]);
      expect(formatPretty(checked.diagnostics, { colour: false })).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
      expectHarmless(review(checked), checked);
    });

    test('passes, named, if a curator hands it in', async () => {
      const { judgements } = await check(repository.root, branch, 'curator');
      const unsigned = rules.filter((rule) => !['signature', 'comments', 'authors'].includes(rule));
      expect(judgements.map(({ rule }) => rule)).toEqual(expect.arrayContaining(unsigned));
      expect(judgements.filter(({ passes }) => passes !== 'curator is in policy.curators')).toEqual([]);
    });
  },
);

test('the same is flagged in a working tree, where files are on disk', async () => {
  for (const [index, { does, rules, files }] of hostileRequests.entries()) {
    // No checkout can make these: the file system here takes no such names, or there is no such commit.
    if (Object.keys(files).some((path) => path.startsWith('bytes:')) || does === 'adds a submodule') continue;
    const root = join(repository.root, '..', `${repository.root.split('/').at(-1)}-tree-${index}`);
    repository.git(
      '-c',
      'core.hooksPath=/dev/null',
      '-c',
      'core.fsmonitor=false',
      '-c',
      'filter.evil.smudge=cat',
      'worktree',
      'add',
      '-q',
      '--detach',
      root,
      branchOf(index),
    );
    try {
      // Making and removing a working tree may run what the machine is set up for; reading it may not.
      rmSync(marker(), { force: true });
      const { judgements } = await check(root, undefined, 'stranger');
      const refused = judgements.filter(({ passes }) => passes === undefined).map(({ rule }) => rule);
      expect({ does, refused }).toEqual({ does, refused: expect.arrayContaining([...rules]) as string[] });
      expect(existsSync(marker())).toBe(false);
    } finally {
      repository.git('-c', 'core.hooksPath=/dev/null', 'worktree', 'remove', '--force', root);
    }
  }
});

test('the trap works: git itself, asked plainly, runs what it is set up for', () => {
  rmSync(marker(), { force: true });
  repository.git('status');
  expect(existsSync(marker())).toBe(true);
  rmSync(marker(), { force: true });
});

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
/** What a review is made of. Everything else would come from the pull request. */
const ownKinds = new Set('root heading paragraph text strong inlineCode list listItem blockquote'.split(' '));

/** The review has the structure that it was given, and no forge finds anything in it to obey. */
function expectHarmless(text: string, { change }: CheckedChange): void {
  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
  expect(text).not.toMatch(/^(?:::|\/)/m);
  const headings: string[] = [];
  const strange: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html' ? !/^<\/?(?:ins|del)>$/.test(node.value) : !ownKinds.has(node.type))
      strange.push(JSON.stringify(node).slice(0, 200));
    if (node.type === 'text' && /@[\w{]|#\d|\bGH-\d|:\/\/|www\.|:\+1:|\$\w/.test(node.value)) strange.push(node.value);
    if (node.type === 'heading') headings.push(JSON.stringify(node.children[0]));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(markdown.parse(text));
  expect(strange).toEqual([]);
  const own = headings.filter((heading) =>
    /"value":"(?:What this changes|Policy|Problems|Other files)"/.test(heading),
  ).length;
  expect(headings.length - own).toBeLessThanOrEqual(change.posts.length);
  expect(headings.length - own).toBe(text.match(/^### (?:New|Changed|Deleted) (?:question|answer): /gm)?.length ?? 0);
}
