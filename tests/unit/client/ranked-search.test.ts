import { expect, it } from 'vitest';
import type { IndexParts } from '../../../src/client/index-parts.ts';
import { likelier } from '../../../src/client/mend-words.ts';
import { unquoted, withoutCommon, type AskedPart } from '../../../src/client/ranked-search.ts';
import { createSearchEngine } from '../../../src/client/search-engine.ts';
import { together } from '../../../src/core/text-index/found-threads.ts';
import { readVocabulary } from '../../../src/client/vocabulary.ts';
import { emptySearch } from '../../../src/core/search-state.ts';
import type { ThreadHit } from '../../../src/core/thread-hit.ts';

/** A part that finds words and phrases in texts as they are written, those in a row first. */
function part(texts: Record<string, string>): AskedPart & { nameOf: (row: number) => string } {
  const names = Object.keys(texts);
  const find = (query: string) => {
    const wanted = query.startsWith('"') ? [query.slice(1, -1)] : query.split(' ');
    return Object.entries(texts)
      .filter(([, text]) => wanted.every((words) => ` ${text} `.includes(` ${words} `)))
      .map(([name, text]) => ({
        row: names.indexOf(name),
        score: wanted.length + (wanted.length > 1 && ` ${text} `.includes(` ${query} `) ? 2 : 1) * together,
        by: [query],
        isInText: true,
        isInTitle: false,
      }))
      .sort((a, b) => b.score - a.score);
  };
  return {
    nameOf: (row) => names[row] ?? '',
    find: (query) => Promise.resolve(find(query)),
    count: (query) => Promise.resolve(find(query).length),
  };
}

const none = new Set<string>();
const noWords = () => Promise.resolve(readVocabulary(''));

/** What a search finds in parts, by name and in order. */
async function search(parts: ReturnType<typeof part>[], query: string, words = noWords) {
  const asked = async (text: string) =>
    Promise.all(
      parts.map(async (one) => ({
        language: 'en',
        part: one,
        joined: { narrow: (results: unknown) => Promise.resolve(results) },
        results: await one.find(text),
        hit: ({ row, by }: { row: number; by: readonly string[] }) =>
          Promise.resolve({ title: one.nameOf(row), tags: by } as unknown as ThreadHit),
      })),
    );
  const engine = createSearchEngine({
    entry: { common: none, threads: 10 },
    parts: { ask: ({ words = '' }: { words?: string }) => asked(words) } as unknown as IndexParts,
    facts: {} as never,
    vocabulary: words,
    base: '/',
  });
  const outcome = await engine.search({ ...emptySearch, query });
  const hits = await outcome.next(50);
  return { ...outcome, names: hits.map(({ title }) => title), by: hits.map(({ tags }) => tags) };
}

it('puts words in a row first, then all of them, then most of them, in each part', async () => {
  const parts = [
    part({ all: 'files lock all two', most: 'lock two', row: 'how to lock two files', some: 'lock', none: 'other' }),
    part({ most2: 'files there, two', row2: 'lock two files' }),
  ];
  const { names, some } = await search(parts, 'lock two files');
  expect(names).toEqual(['row', 'row2', 'all', 'most', 'most2']);
  expect(some).toBe(2);
});

it('is content with half of the words if no thread has all', async () => {
  const parts = [part({ most: 'lock two', some: 'lock', none: 'other' }), part({ half: 'lock files' })];
  expect((await search(parts, 'lock two files now')).names).toEqual(['most', 'half']);
});

it('shows of what has most of the words the one that was found', async () => {
  const parts = [part({ most: 'lock here' })];
  expect((await search(parts, 'lock files')).by).toEqual([['lock']]);
});

it('leaves it at those with all the words if they are enough', async () => {
  const texts = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`t${index}`, 'lock files']));
  const parts = [part({ ...texts, most: 'lock' })];
  const { names } = await search(parts, 'lock files');
  expect(names).toHaveLength(10);
  expect(names).not.toContain('most');
});

it('mends a word that no part has, and says so', async () => {
  const parts = [part({ a: 'quantum annealing' }), part({ b: 'quantum' })];
  const words = () => Promise.resolve(readVocabulary('quantum\nannealing'));
  const { mended, names } = await search(parts, 'anealing quantum', words);
  expect(mended).toBe('annealing quantum');
  expect(names[0]).toBe('a');
});

it('mends a word to the one that stands beside the others, of several that are as near', async () => {
  const parts = [part({ a: 'he starts now', b: 'status of a job', c: 'starts here' })];
  const words = () => Promise.resolve(readVocabulary('starts\nstatus job'));
  expect((await search(parts, 'stauts of job', words)).mended).toBe('status of job');
  expect((await search(parts, 'stauts here', words)).mended).toBe('starts here');
  expect((await search(parts, 'stauts there', words)).mended).toBe('starts there');
});

it('leaves the last word alone while it may be the beginning of another', async () => {
  const words = () => Promise.resolve(readVocabulary('quantum annealing'));
  const parts = [part({ a: 'quantum annealing' })];
  expect((await search(parts, 'quantum annea', words)).mended).toBeUndefined();
  expect((await search(parts, 'quantum anealing', words)).mended).toBe('quantum annealing');
});

it('offers for a word that nearly no thread has one that is far more frequent', async () => {
  const words = () => Promise.resolve(readVocabulary('quantum annealing'));
  const parts = [part({ a: 'quantm annealing', b: 'quantum annealing', c: 'quantum', d: 'quantum', e: 'annealing' })];
  expect(await likelier({ parts, vocabulary: words }, 'quantm')).toBe('quantum');
  expect(await likelier({ parts, vocabulary: words }, 'quantum')).toBeUndefined();
  expect(await likelier({ parts, vocabulary: words }, 'xylophones')).toBeUndefined();
});

it('mends no phrase, and offers its words instead', async () => {
  const parts = [part({ a: 'files to lock' })];
  expect(await search(parts, '"lock files"')).toMatchObject({ names: [], offer: 'lock files' });
  expect(await unquoted(parts, '"lock files"')).toBe('lock files');
  expect(await unquoted(parts, '"lock nothing"')).toBeUndefined();
  expect(await unquoted(parts, 'lock files')).toBeUndefined();
});

it('leaves out words that nearly every text has, unless they are few, all there is, or a phrase', () => {
  const common = new Set(['how', 'to', 'a']);
  const queries = ['How to lock a file', 'how to lock it', 'how to a how to', '"how to lock a file"'];
  expect(queries.map((query) => withoutCommon(query, common))).toEqual(['lock \u0002 file', ...queries.slice(1)]);
});
