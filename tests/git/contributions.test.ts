import { expect, test, vi } from 'vitest';
import { loadArchive } from '../../src/archive/load.ts';
import { checkChange } from '../../src/contribute/check-change.ts';
import { config } from './_archive.ts';
import { testRepository, type Files } from './_repository.ts';

vi.setConfig({ testTimeout: 120_000 });

const count = 50;
const threads: Files = Object.fromEntries(
  Array.from({ length: count / 2 + 1 }, (_, n) => [
    `content/threads/question-${n}/question.md`,
    `---\ntitle: What is the answer to question ${n}?\nauthor: ada\n---\nWhat is it?\n`,
  ]),
);

/** Half of the answers are to the same thread. */
const answerPath = (n: number) => `content/threads/question-${n % 2 === 0 ? 0 : (n + 1) / 2}/answers/answer-${n}.md`;

test('50 branches with an answer each merge in any order without a conflict, and the archive is valid', async () => {
  using repository = testRepository(threads);
  const branches = Array.from({ length: count }, (_, n) => `answer-${n}`);
  branches.forEach((branch, n) => {
    repository.commit(
      branch,
      { [answerPath(n)]: `---\nauthor: author-${n}\ndate: 2026-01-01\n---\nIt is ${n}.\n` },
      'main',
    );
  });
  const trees: string[] = [];
  for (const [round, order] of [branches, shuffled(branches)].entries()) {
    repository.git('switch', '-q', '-c', `round-${round}`, 'main');
    for (const branch of order) repository.git('merge', '-q', '--no-edit', branch);
    trees.push(repository.git('rev-parse', 'HEAD^{tree}'));
  }
  expect(trees[1]).toBe(trees[0]);
  const options = { contentDir: `${repository.root}/content`, contentName: 'content', config, jobs: 1 };
  const merged = await loadArchive(options);
  expect(merged.diagnostics).toEqual([]);
  expect(merged.threads.find(({ slug }) => slug === 'question-0')?.summary?.answerCount).toBe(count / 2);
  expect(merged.threads.reduce((sum, { summary }) => sum + (summary?.answerCount ?? 0), 0)).toBe(count);

  const { diagnostics } = await checkChange({ ...options, base: 'main', head: 'answer-7', actor: 'Author-7' });
  expect(diagnostics).toEqual([]);
});

/** Another order, the same at every run. */
function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item, index) => ({ item, key: (index * 7919 + 13) % 101 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
