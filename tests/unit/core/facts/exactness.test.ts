import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packColumns, unpackColumns, type Columns } from '../../../../src/core/facts/columns.ts';
import { compileQuery } from '../../../../src/core/facts/match.ts';
import { factsNeeded } from '../../../../src/core/facts/needed.ts';
import { collectFacts } from '../../../../src/core/facts/tables-of.ts';
import { openTable } from '../../../../src/core/facts/table.ts';
import type { Facts, FactsName } from '../../../../src/core/facts/tables.ts';
import { dayOf } from '../../../../src/core/query/date-range.ts';
import { parseQuery } from '../../../../src/core/query/parse.ts';
import type { TextTerm } from '../../../../src/core/query/query.ts';
import type { RenderedThread, Tag } from '../../../../src/core/thread.ts';
import { stackexchange } from '../../../../src/import/stackexchange.ts';
import { fixtureThreads } from '../../../fixture-threads.ts';
import { corpus, importAndLoad } from '../../import/corpora.ts';
import { allPosts, codeWords, generateQueries, postWords, titleWords } from './generated-queries.ts';

const today = '2026-11-23';
function pack(
  threads: readonly RenderedThread[],
  tags: readonly Pick<Tag, 'name' | 'synonyms'>[],
): Map<FactsName, Uint8Array> {
  const facts = collectFacts(tags);
  for (const thread of threads) facts.add(thread);
  return new Map(
    Object.entries(facts.finish()).map(([name, columns]) => [
      name as FactsName,
      packColumns(columns as Columns<string, unknown>),
    ]),
  );
}

/** Answers a query from packed files alone, of which only those are there that it says it needs. */
function found(text: string, files: Map<FactsName, Uint8Array>, threads: readonly RenderedThread[]): string[] {
  const { query } = parseQuery(text);
  const loaded = Object.fromEntries(
    [...factsNeeded(query)].map((name) => [name, unpackColumns(files.get(name) ?? new Uint8Array())]),
  ) as Partial<Facts>;
  const table = openTable(loaded);
  const hasText = ({ text, field }: TextTerm, row: number, post: number | undefined) => {
    const thread = threads[row];
    if (!thread) return false;
    if (field === 'title') return titleWords(thread.title).includes(text);
    const one = post === undefined ? undefined : allPosts(thread)[post - table.postsOf(row)[0]];
    return (one ? [one] : allPosts(thread)).some((each) => (field === 'code' ? codeWords : postWords)(each).has(text));
  };
  const { matches } = compileQuery(query, table, dayOf(today) ?? 0, hasText);
  return threads.flatMap(({ slug }, row) => (matches(row) ? [slug] : []));
}

function holdAgainstFilter(threads: readonly RenderedThread[], tags: readonly Tag[], count: number): number {
  const files = pack(threads, tags);
  let some = 0;
  for (const { text, holds } of generateQueries(threads, count, today)) {
    const expected = threads.filter(holds).map(({ slug }) => slug);
    expect({ text, found: found(text, files, threads) }).toEqual({ text, found: expected });
    if (expected.length > 0 && expected.length < threads.length) some++;
  }
  return some;
}

describe('facts give the threads that a filter over the archive gives', () => {
  it('for 1,500 queries to the fixture archive', async () => {
    const threads = await fixtureThreads();
    expect(threads.length).toBeGreaterThanOrEqual(16);
    expect(holdAgainstFilter(threads, [], 1500)).toBeGreaterThan(500);
  });

  const dump = corpus(join('stackexchange', 'quantumcomputing'));
  it.skipIf(dump === undefined)(
    `for 1,000 queries to quantumcomputing${dump === undefined ? ' (skipped: RESPONSA_CORPORA names no folder that has it)' : ''}`,
    { timeout: 300_000 },
    async () => {
      const { threads } = await importAndLoad(stackexchange, dump ?? '', {});
      expect(threads.length).toBeGreaterThan(500);
      expect(holdAgainstFilter(threads, [], 1000)).toBeGreaterThan(500);
    },
  );
});
