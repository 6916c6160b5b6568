import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packColumns, type Columns } from '../../../../src/core/facts/columns.ts';
import { openTable } from '../../../../src/core/facts/table.ts';
import { collectFacts } from '../../../../src/core/facts/tables-of.ts';
import { authorHandle, tagName, threadSlug } from '../../../../src/core/ids.ts';
import { answer, post, thread } from '../../publish/thread.ts';

const tag = (name: string) => tagName.parse(name);
const date = (day: number) => new Date(Date.UTC(2010, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

it('keeps of each thread what operators ask for', () => {
  const facts = collectFacts([{ name: tag('python'), synonyms: [tag('py')] }]);
  facts.add(thread({ slug: threadSlug.parse('a'), tags: [tag('py'), tag('c#')], question: post({ votes: -2 }) }));
  facts.add(
    thread({
      slug: threadSlug.parse('b'),
      tags: [],
      status: 'closed',
      duplicateOf: threadSlug.parse('a'),
      question: post({ votes: 7, date: '2024-02-29', author: { name: 'Nobody' } }),
      answers: [answer('one', { votes: 5, accepted: true, date: '2024-03-02T10:00:00Z', hasCode: true })],
    }),
  );
  const table = openTable(facts.finish());

  expect([table.votes(0), table.votes(1), table.votes(1, 2)]).toEqual([-2, 7, 5]);
  const day = Date.UTC(2024, 1, 29) / 86_400_000;
  expect([table.created(0), table.created(1), table.created(1, 2)]).toEqual([undefined, day, day + 2]);
  expect([table.active(0), table.active(1)]).toEqual([undefined, day + 2]);
  expect([table.tagId('py'), table.tagId('c#'), table.tagId('perl')]).toEqual([0, 1, undefined]);
  expect([table.tagsOf(0), table.tagsOf(1)]).toEqual([[0, 1], []]);
  expect(table.postsOf(1)).toEqual([1, 3]);
  expect([table.author(0), table.author(1), table.author(2)]).toEqual([0, undefined, 0]);
  expect([table.isAccepted(0), table.isAccepted(1)]).toEqual([false, true]);
});

it('refuses to answer from a file that is not loaded', () => {
  const facts = collectFacts([]);
  facts.add(thread());
  expect(() => openTable({ common: facts.finish().common }).votes(0)).toThrow('The facts votes are not loaded.');
});

it('tells threads that are undated, or active before they were asked', () => {
  const facts = collectFacts([]);
  facts.add(thread({ question: post(), answers: [answer('a', { date: '2020-03-04' })] }));
  facts.add(thread({ question: post({ date: '2020-01-02' }), answers: [answer('a', { date: '2019-12-31' })] }));
  facts.add(thread());
  const table = openTable(facts.finish());
  const day = (text: string) => Date.parse(text) / 86_400_000;
  const rows = [0, 1, 2];
  expect(rows.map(table.year)).toEqual([undefined, 2020, undefined]);
  expect(rows.map((row) => table.created(row))).toEqual([undefined, day('2020-01-02'), undefined]);
  expect(rows.map(table.active)).toEqual([day('2020-03-04'), day('2020-01-02'), undefined]);
});

it('takes at most 6 bytes a thread, compressed, for all that is asked most, at 10,000 threads', () => {
  let state = 1;
  const below = (limit: number): number => (state = (state * 48271) % 2147483647) % limit;
  const facts = collectFacts([]);
  for (let index = 0; index < 10_000; index++) {
    const asked = below(6000);
    facts.add(
      thread({
        slug: threadSlug.parse(`thread-${index}`),
        tags: Array.from({ length: 1 + below(4) }, () => tag(`tag-${below(1 + below(300))}`)),
        status: below(12) === 0 ? 'closed' : 'open',
        question: post({ votes: below(1 + below(40)), date: date(asked), hasCode: below(2) === 0 }),
        answers: Array.from({ length: below(4) }, (_, one) =>
          answer(`a-${one}`, {
            date: date(asked + below(900)),
            accepted: one === 0,
            author: { name: 'A', handle: authorHandle.parse(`author-${below(2500)}`) },
          }),
        ),
      }),
    );
  }
  const { common, votes, tags } = facts.finish();
  const bytes = [common, votes, tags].map(
    (file) => gzipSync(packColumns(file as Columns<string, unknown>), { level: 9 }).length,
  );
  expect(bytes.reduce((sum, one) => sum + one) / 10_000).toBeLessThan(6);
});
