import { describe, expect, it } from 'vitest';
import { foundIn } from '../../../../src/core/text-index/score-rows.ts';
import { openSmallIndex, type SmallIndex } from './small-index.ts';

const archive: SmallIndex = {
  pages: [
    { title: 'lock file', text: 'call flock befor you write' },
    { title: 'which word', text: 'in c++ in $path lock the file' },
    { title: 'file', text: 'a file lock uber/über man' },
    { title: 'other', text: 'noth here but locksmith' },
  ],
  stems: [['men', 'man']],
  endings: ['e', 's', 'ing'],
};

/** Rows that are found, the best first. */
async function rowsOf(words: string, small = archive): Promise<number[]> {
  const { rows } = await openSmallIndex(small).index.search(words);
  return [...rows];
}

describe('a search', () => {
  it.each([
    ['flock', [0]],
    ['Locking files', [0, 2, 1]],
    ['before', [0]],
    ['men', [2]],
    ['C++', [1]],
    ['$PATH', [1]],
    ['über', [2]],
    ['uber', [2]],
    ['flock nowhere', []],
    ['flock here', []],
    ['zebra', []],
    ['', []],
    ['?!', []],
    ['\u0000', []],
  ])('for %j finds threads with all words, best first', async (words, rows) => {
    expect(await rowsOf(words)).toEqual(rows);
  });

  it('finds a phrase in the parts of one word, behind those that have it in words of their own', async () => {
    const pages = [
      { text: 'an error|correction|errorcorrection code' },
      { text: 'for error correction code' },
      { text: 'correction of an error' },
    ];
    const { index } = openSmallIndex({ pages });
    const phrases = ['"error correction"', '"an error correction"', '"error correction code"', '"error error"'];
    expect(await Promise.all(phrases.map(async (phrase) => [...(await index.search(phrase)).rows]))).toEqual([
      [1, 0],
      [0],
      [1, 0],
      [],
    ]);
    expect(await index.count('"error correction"')).toBe(2);
    expect((await index.places(0, ['"error correction"'])).map(({ place }) => place)).toEqual([1]);
    expect(
      (await index.foundPlaces('"error correction code"')).terms.map(({ places, lasts }) => [places, lasts]),
    ).toEqual([[Uint32Array.of(1, 1), Uint32Array.of(2, 3)]]);
  });

  it('finds words that begin with what was typed, and other forms of them', async () => {
    expect((await rowsOf('lock')).sort()).toEqual([0, 1, 2, 3]);
    expect(await rowsOf('locksmit')).toEqual([3]);
    expect(await rowsOf('flockers')).toEqual([0]);
  });

  it('prefers the diacritics that were typed', async () => {
    const pages = [{ text: 'uber a' }, { text: 'uber/über a' }, { text: 'b c' }];
    expect(await rowsOf('über', { pages })).toEqual([1, 0]);
    expect(await rowsOf('uber', { pages })).toEqual([0, 1]);
  });

  it.each([
    ['"lock the file"', [1]],
    ['"file lock"', [2]],
    ['"lock file"', [0]],
    ['"file which"', []],
    ['"lock nowhere"', []],
    ['"locksmit"', []],
    ['"locksmith"', [3]],
    ['"befor you write"', [0]],
  ])('for %s finds words in a row, in a text or a title', async (words, rows) => {
    expect(await rowsOf(words)).toEqual(rows);
  });

  it('says where it found them', async () => {
    const { rows, places } = await openSmallIndex(archive).index.search('lock file');
    const { text, title, row } = foundIn;
    expect(Object.fromEntries(Array.from(rows, (one, index) => [one, places[index]]))).toEqual({
      0: title | row,
      1: text,
      2: text | title,
    });
  });

  it('prefers the title, the rarer word, the shorter text, and a compound word', async () => {
    const other = { text: 'noth here' };
    expect(await rowsOf('lock', { pages: [{ text: 'lock a' }, { text: 'b a', title: 'lock' }, other] })).toEqual([
      1, 0,
    ]);
    expect(await rowsOf('lock', { pages: [{ text: 'lock a b c d e f g' }, { text: 'lock a' }, other] })).toEqual([
      1, 0,
    ]);
    const compound = [{ text: 'thread other safeti here' }, { text: 'threadsafeti|thread|safeti a b c' }, other];
    expect(await rowsOf('thread safeti', { pages: compound })).toEqual([1, 0]);
    const { index } = openSmallIndex({ pages: [{ text: 'common rare' }, { text: 'common a' }, { text: 'common b' }] });
    const [[rare], [, , common]] = [(await index.search('rare')).scores, (await index.search('common')).scores];
    expect(rare).toBeGreaterThan(common ?? Infinity);
  });
});

describe('beside a search', () => {
  it('is said how many threads it finds', async () => {
    const { index } = openSmallIndex(archive);
    const counts = ['lock', 'lock file', '"lock the file"', '"lock"', 'zebra', '"zebra lock"', ''].map((words) =>
      index.count(words),
    );
    expect(await Promise.all(counts)).toEqual([4, 3, 1, 3, 0, 0, 0]);
  });

  it('are its places in a thread', async () => {
    const { index } = openSmallIndex(archive);
    const placesOf = async (row: number, words: string) => (await index.places(row, [words])).map(({ place }) => place);
    expect(await placesOf(1, 'in lock')).toEqual([0, 2, 4]);
    expect(await placesOf(1, '"in c++"')).toEqual([0, 1]);
    expect(await placesOf(0, '"lock file"')).toEqual([]);
    expect(await placesOf(0, 'c++')).toEqual([]);
    expect((await index.places(1, ['lock', '"in c++"', 'zebra'])).map(({ place }) => place)).toEqual([0, 1, 4]);
    expect(await index.places(1, [])).toEqual([]);
    const [whole, longer] = [await index.places(2, ['lock']), await index.places(3, ['lock'])];
    expect(whole[0]?.score).toBeGreaterThan(longer[0]?.score ?? Infinity);
  });

  it('are the threads, by name and as the index has them', async () => {
    const { index } = openSmallIndex(archive);
    expect(await index.ids()).toEqual(['en_0000000', 'en_0000001', 'en_0000002', 'en_0000003']);
    expect(await index.fragment(3)).toEqual({
      url: '/3/',
      meta: { title: 'other' },
      anchors: [],
      content: 'noth here but locksmith',
    });
  });
});

/** The words of which are in four chunks, three of them with words that begin with `comp`. */
const parted: SmallIndex = {
  pages: [
    { text: 'be' },
    { text: 'compare' },
    { text: 'compost' },
    { text: 'comput' },
    { text: 'went' },
    { text: 'z' },
  ],
  begins: ['', 'compo', 'compu', 'w'],
  stems: [
    ['going', 'went'],
    ['computing', 'comput'],
  ],
};
const chunk = (position: number) => `index/en_test/${position}.pf_index`;
const meta = 'pagefind.en_test.pf_meta';

describe('the files of an index', () => {
  it('are loaded when they are needed, each once', async () => {
    const { index, loaded } = openSmallIndex(parted);
    expect(loaded).toEqual([]);
    expect([...(await index.search('be')).rows]).toEqual([0]);
    expect(loaded).toEqual([meta, chunk(0)]);
    await Promise.all([
      index.search('be'),
      index.count('z'),
      index.search('z be'),
      index.places(0, ['be']),
      index.ids(),
    ]);
    expect(loaded).toEqual([meta, chunk(0), chunk(3)]);
  });

  it('are that with the word as it was typed, which tells its stem, and that with the stem', async () => {
    const { index, loaded } = openSmallIndex(parted);
    expect([...(await index.search('going')).rows]).toEqual([4]);
    expect(loaded).toEqual([meta, chunk(2), chunk(3)]);
    expect([...(await index.search('"going"')).rows]).toEqual([4]);
    expect([...(await index.search('computing')).rows]).toEqual([3]);
  });

  it('are all that have words that begin with what was typed, if it is long enough', async () => {
    const long = openSmallIndex(parted);
    expect([...(await long.index.search('comp')).rows].sort()).toEqual([1, 2, 3]);
    expect(long.loaded).toEqual([meta, chunk(0), chunk(1), chunk(2)]);
    const short = openSmallIndex(parted);
    expect([...(await short.index.search('com')).rows]).toEqual([1]);
    expect(short.loaded).toEqual([meta, chunk(0)]);
  });

  it('tell that what was typed is the beginning of a word in the next, and no form of a word in its own', async () => {
    const pages = [{ text: 'loc' }, { text: 'lockers' }];
    expect(await rowsOf('lock', { pages, begins: ['', 'lockers'], endings: ['k'] })).toEqual([1]);
    expect(await rowsOf('lock', { pages: pages.slice(0, 1), endings: ['k'] })).toEqual([0]);
  });

  it('may fail to come: that search fails, and the next asks again', async () => {
    const { index, loaded, broken } = openSmallIndex(parted);
    broken.add(meta);
    await expect(index.search('be')).rejects.toThrow(`404 ${meta}`);
    await expect(index.ids()).rejects.toThrow(`404 ${meta}`);
    broken.clear();
    broken.add(chunk(0));
    await expect(index.search('be')).rejects.toThrow(`404 ${chunk(0)}`);
    await expect(index.count('be')).rejects.toThrow(`404 ${chunk(0)}`);
    expect([...(await index.search('went')).rows]).toEqual([4]);
    broken.clear();
    expect([...(await index.search('be')).rows]).toEqual([0]);
    expect(await index.count('be')).toBe(1);
    expect(loaded).toEqual([meta, meta, meta, chunk(0), chunk(0), chunk(3), chunk(0)]);
  });

  it('may be those of no thread', async () => {
    const { index } = openSmallIndex({ pages: [], begins: [] });
    expect([await index.count('lock'), [...(await index.search('lock')).rows], await index.ids()]).toEqual([0, [], []]);
  });
});

it('searches for 5,000 characters', async () => {
  const { index } = openSmallIndex(archive);
  expect([...(await index.search('lock '.repeat(1000))).rows].sort()).toEqual([0, 1, 2, 3]);
  expect([...(await index.search('x'.repeat(5000))).rows]).toEqual([]);
  expect([...(await index.search(`"${'lock '.repeat(900)}"`)).rows]).toEqual([]);
});
