import { basename, resolve } from 'node:path';
import MiniSearch from 'minisearch';
import { createSimilarIndex } from '../src/core/similar.ts';
import { siteOf } from '../src/import/stackexchange/values.ts';
import { readQuestionPairs, type DumpedThread, type QuestionPair } from './bench/question-pairs.ts';
import { readArguments, run, UsageError } from './cli/command.ts';

const help = `
Measures how well similar questions are found: of the pairs of questions that PostLinks.xml of a Stack Exchange dump names, in how many is the older
one among the first five, given the text of the newer one alone.

  npm run measure-similar -- DUMP_FOLDER

Beside our own measure stands plain BM25: MiniSearch over title (weighted 3), tags, question and answers. "older" looks among the questions
that were there when the newer one was asked, "all" among all. The weights were chosen on the one half of the pairs ("tuned"), so the
other half ("held out") is the honest figure. Links between questions are taken out of the texts first.
`;

const named = 5;

type Find = (thread: DumpedThread) => number[];

await run(async () => {
  const { positionals } = readArguments({ allowPositionals: true }, help);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('Give the folder of one dump.');
  const { threads, pairs } = await readQuestionPairs(folder, siteOf(basename(resolve(folder))));
  console.log(`${threads.length} questions, ${pairs.length} pairs`);
  const halves: [string, QuestionPair[]][] = [
    ['all pairs', pairs],
    ['tuned', pairs.filter(({ newer }) => newer % 2 === 0)],
    ['held out', pairs.filter(({ newer }) => newer % 2 === 1)],
  ];
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  for (const [name, find] of [
    ['plain BM25', plainSearch(threads)],
    ['similar', ownSearch(threads)],
  ] as const) {
    const found = new Map<number, number[]>();
    for (const { newer } of pairs) {
      const thread = byId.get(newer);
      if (thread && !found.has(newer)) found.set(newer, find(thread));
    }
    for (const among of ['older', 'all'] as const) {
      const figures = halves.map(([half, some]) => `${half} ${percent(some, found, among)}`);
      console.log(`${name.padEnd(10)}  among ${among.padEnd(5)}  ${figures.join('  ')}`);
    }
  }
  return 0;
});

/** The share of pairs of which the older question is among the first found. */
function percent(pairs: readonly QuestionPair[], found: ReadonlyMap<number, number[]>, among: 'older' | 'all'): string {
  const hits = pairs.filter(({ newer, older }) => {
    const candidates = (found.get(newer) ?? []).filter((id) => id !== newer && (among === 'all' || id < newer));
    return candidates.slice(0, named).includes(older);
  });
  return `${((100 * hits.length) / Math.max(1, pairs.length)).toFixed(1)} %`;
}

function ownSearch(threads: readonly DumpedThread[]): Find {
  const index = createSimilarIndex(threads);
  return ({ title, tags, question }) =>
    index.find({ title, tags, question }, threads.length).map(({ thread }) => thread.id);
}

function plainSearch(threads: readonly DumpedThread[]): Find {
  const index = new MiniSearch({
    fields: ['title', 'tags', 'question', 'answers'],
    searchOptions: { boost: { title: 3 } },
  });
  index.addAll(
    threads.map(({ id, title, tags, question, answers = [] }) => ({
      id,
      title,
      tags: tags.join(' '),
      question,
      answers: answers.join('\n'),
    })),
  );
  return ({ title, tags, question }) => index.search([title, ...tags, question].join(' ')).map(({ id }) => Number(id));
}
