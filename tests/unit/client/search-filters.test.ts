import { expect, it } from 'vitest';
import { filesOfState, filterRows, keyOfRow } from '../../../src/client/search-filters.ts';
import { openTable } from '../../../src/core/facts/table.ts';
import { collectFacts } from '../../../src/core/facts/tables-of.ts';
import { authorHandle, tagName } from '../../../src/core/ids.ts';
import { emptySearch, type SearchState } from '../../../src/core/search-state.ts';
import { answer, post, thread } from '../publish/thread.ts';

const facts = collectFacts([{ name: tagName.parse('files'), synonyms: [tagName.parse('file')] }]);
facts.add(thread({ tags: [tagName.parse('files')], question: post({ votes: 1, date: '2024-12-31' }) }));
facts.add(
  thread({
    tags: [tagName.parse('files'), tagName.parse('c#')],
    question: post({ votes: 9, date: '2025-01-01' }),
    answers: [
      answer('a', {
        accepted: true,
        date: '2025-02-01',
        author: { name: 'Eve', handle: authorHandle.parse('eve') },
      }),
    ],
  }),
);
facts.add(thread({ tags: [], question: post({ votes: -1 }), answers: [answer('b')] }));
const table = openTable(facts.finish());

const kept = (state: Partial<SearchState>) => [0, 1, 2].filter(filterRows({ ...emptySearch, ...state }, table));

it('narrows rows down by tags, author, year and state, all at once', () => {
  expect(kept({})).toEqual([0, 1, 2]);
  expect(kept({ tags: ['files'] })).toEqual([0, 1]);
  expect(kept({ tags: ['file'] })).toEqual([0, 1]);
  expect(kept({ tags: ['files', 'c#'] })).toEqual([1]);
  expect(kept({ tags: ['unknown'] })).toEqual([]);
  expect(kept({ author: 'eve' })).toEqual([1]);
  expect(kept({ author: 'nobody' })).toEqual([]);
  expect(kept({ year: '2024' })).toEqual([0]);
  expect(kept({ answered: true })).toEqual([1, 2]);
  expect(kept({ answered: false })).toEqual([0]);
  expect(kept({ accepted: false })).toEqual([0, 2]);
  expect(kept({ accepted: true, tags: ['files'], year: '2025' })).toEqual([1]);
});

it('puts rows in order, those without a date last', () => {
  const sorted = (sort: SearchState['sort']) => [0, 1, 2].map((row) => keyOfRow(sort, table)?.(row));
  const day = (date: string) => Date.parse(date) / 86_400_000;
  expect(sorted('relevance')).toEqual([undefined, undefined, undefined]);
  expect(sorted('votes')).toEqual([1, 9, -1]);
  expect(sorted('newest')).toEqual([day('2024-12-31'), day('2025-01-01'), -Infinity]);
  expect(sorted('active')).toEqual([day('2024-12-31'), day('2025-02-01'), -Infinity]);
});

it('asks for no facts where words are all there is, nor for more than it needs', () => {
  expect(filesOfState(emptySearch)).toEqual([]);
  expect(filesOfState({ ...emptySearch, answered: true })).toEqual(['common']);
  expect(filesOfState({ ...emptySearch, tags: ['a'] })).toEqual(['common', 'tags']);
  expect(filesOfState({ ...emptySearch, sort: 'votes' })).toEqual(['common', 'votes']);
  expect(new Set(filesOfState({ ...emptySearch, author: 'a', sort: 'active' }))).toEqual(
    new Set(['common', 'authors', 'created', 'active']),
  );
});
