import { expect, it } from 'vitest';
import { likelier, rankedSearch, unquoted, withoutCommon, type AskedPart } from '../../../src/client/ranked-search.ts';
import { together } from '../../../src/core/text-index/found-threads.ts';
import { readVocabulary } from '../../../src/client/vocabulary.ts';

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

/** What was found in each part, by name. */
function ids(parts: ReturnType<typeof part>[], { answers }: Awaited<ReturnType<typeof rankedSearch>>) {
  return answers.map((results, index) => results.map(({ row }) => parts[index]?.nameOf(row)));
}

it('puts words in a row first, then all of them, then most of them, in each part', async () => {
  const parts = [
    part({ all: 'files lock all two', most: 'lock two', row: 'how to lock two files', some: 'lock', none: 'other' }),
    part({ most2: 'files there, two', row2: 'lock two files' }),
  ];
  expect(ids(parts, await rankedSearch(parts, 'lock two files', noWords, none))).toEqual([
    ['row', 'all', 'most'],
    ['row2', 'most2'],
  ]);
});

it('is content with half of the words if no thread has all', async () => {
  const parts = [part({ most: 'lock two', some: 'lock', none: 'other' }), part({ half: 'lock files' })];
  expect(ids(parts, await rankedSearch(parts, 'lock two files now', noWords, none))).toEqual([['most'], ['half']]);
});

it('shows of what has most of the words the one that was found', async () => {
  const parts = [part({ most: 'lock here' })];
  const { answers } = await rankedSearch(parts, 'lock files', noWords, none);
  expect(answers.map((results) => results.flatMap(({ by }) => by))).toEqual([['lock']]);
});

it('leaves it at those with all the words if they are enough', async () => {
  const texts = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`t${index}`, 'lock files']));
  const parts = [part({ ...texts, most: 'lock' })];
  const [found] = ids(parts, await rankedSearch(parts, 'lock files', noWords, none));
  expect(found).toHaveLength(10);
  expect(found).not.toContain('most');
});

it('mends a word that no part has, and says so', async () => {
  const parts = [part({ a: 'quantum annealing' }), part({ b: 'quantum' })];
  const words = () => Promise.resolve(readVocabulary('quantum\nannealing'));
  const found = await rankedSearch(parts, 'anealing quantum', words, none);
  expect(found.mended).toBe('annealing quantum');
  expect(ids(parts, found)).toEqual([['a'], []]);
});

it('leaves the last word alone while it may be the beginning of another', async () => {
  const words = () => Promise.resolve(readVocabulary('quantum annealing'));
  const parts = [part({ a: 'quantum annealing' })];
  expect((await rankedSearch(parts, 'quantum annea', words, none)).mended).toBeUndefined();
  expect((await rankedSearch(parts, 'quantum anealing', words, none)).mended).toBe('quantum annealing');
});

it('offers for a word that nearly no thread has one that is far more frequent', async () => {
  const words = () => Promise.resolve(readVocabulary('quantum annealing'));
  const parts = [part({ a: 'quantm annealing', b: 'quantum annealing', c: 'quantum', d: 'quantum', e: 'annealing' })];
  expect(await likelier(parts, 'quantm', words)).toBe('quantum');
  expect(await likelier(parts, 'quantum', words)).toBeUndefined();
  expect(await likelier(parts, 'xylophones', words)).toBeUndefined();
});

it('mends no phrase, and offers its words instead', async () => {
  const parts = [part({ a: 'files to lock' })];
  expect(ids(parts, await rankedSearch(parts, '"lock files"', noWords, none))).toEqual([[]]);
  expect(await unquoted(parts, '"lock files"')).toBe('lock files');
  expect(await unquoted(parts, '"lock nothing"')).toBeUndefined();
  expect(await unquoted(parts, 'lock files')).toBeUndefined();
});

it('leaves out words that nearly every text has, unless they are few, all there is, or a phrase', () => {
  const common = new Set(['how', 'to', 'a']);
  const queries = ['How to lock a file', 'how to lock it', 'how to a how to', '"how to lock a file"'];
  expect(queries.map((query) => withoutCommon(query, common))).toEqual(['lock file', ...queries.slice(1)]);
});
