import { describe, expect, it } from 'vitest';
import { foundIn as bits, scoreRows, type Ranked } from '../../../../src/core/text-index/score-rows.ts';
import { fields, foundIn, matchedWords, type Matching } from './matched.ts';

const pages = 5;
/** Every page as long as any; what is in the title counts five times. */
const even: Ranked = {
  lengths: new Array<number>(pages).fill(100),
  averageLength: 100,
  fieldWeights: [1, 5],
  titles: [fields.title],
};

/** Of each page that is found, its score. */
function scores(words: Matching[], ranked = even): Record<number, number> {
  const matched = matchedWords(words);
  const found = foundIn(matched, pages);
  const { scores } = scoreRows(matched, found, ranked);
  return Object.fromEntries(Array.from(found.rows, (row, index) => [row, scores[index] ?? 0]));
}

const once = { text: [1] };
/** How much a word says that is on so many of the pages. */
const rarity = (count: number) => Math.log((pages - count + 0.5) / (count + 0.5) + 1);

describe('the score of a page', () => {
  it('is BM25 over the words of its text', () => {
    // 2.4 · 2 / (1.4 · (0.25 + 0.75 · 50 / 100) + 2)
    const ranked = { ...even, lengths: [50, 100, 100, 100, 100] };
    expect(scores([{ pages: { 0: { text: [1, 7] }, 2: once } }], ranked)).toEqual({
      0: expect.closeTo((rarity(2) * 4.8) / 2.875, 10) as unknown,
      2: expect.closeTo(rarity(2), 10) as unknown,
    });
  });

  it('is higher for a rarer word, a shorter page, and more of it, but not twice as high for twice as much', () => {
    const common = scores([{ pages: { 0: once, 1: once, 2: once } }]);
    const rare = scores([{ pages: { 0: once } }]);
    expect(rare[0]).toBeGreaterThan(common[0] ?? 0);
    const long = scores([{ pages: { 0: once } }], { ...even, lengths: [200, 100, 100, 100, 100] });
    expect(long[0]).toBeLessThan(rare[0] ?? 0);
    const twice = scores([{ pages: { 0: { text: [1, 2] } } }]);
    expect(twice[0]).toBeGreaterThan(rare[0] ?? 0);
    expect(twice[0]).toBeLessThan(2 * (rare[0] ?? 0));
  });

  it('is lower for a word that weighs less, and for one that is less near, and higher for the diacritics typed', () => {
    const as = (word: Partial<Matching>) => scores([{ ...word, pages: { 0: once } }])[0] ?? 0;
    expect(as({ weight: 12 })).toBeLessThan(as({}));
    expect(as({ nearness: 0.5 })).toBe(as({ weight: 12 }));
    expect(as({ bonus: 1.8 })).toBeCloseTo(1.8 * as({}), 10);
  });

  it('is higher where the title has the word than where the text has it, and tags say as much as their weight', () => {
    const {
      0: text = 0,
      1: title = 0,
      2: tags = 0,
    } = scores([{ pages: { 0: once, 1: { title: [1] }, 2: { tags: [0] } } }]);
    expect([text, title, tags].map((score) => score / rarity(3))).toEqual(
      [1, 5, 1].map((score) => expect.closeTo(score, 10) as unknown),
    );
  });

  it('says little for a part of the query in the title', () => {
    const score = scores([
      { pages: { 0: { text: [1], title: [0] }, 1: once } },
      { term: 1, pages: { 0: { text: [2], title: [1] }, 1: { text: [2], title: [0] } } },
    ]);
    // In the title of the first are both, each as rare as the other; in that of the second is one.
    expect(score[0]).toBeCloseTo(2 * rarity(2) + 5 * 2 * rarity(2), 10);
    expect(score[1]).toBeCloseTo(2 * rarity(2) + 5 * rarity(2) * 0.5 ** 2, 10);
  });

  it('counts a term in a field once, however many words and places it finds there', () => {
    const title = { title: [0, 2] };
    expect(scores([{ pages: { 0: title } }, { pages: { 0: title } }])[0]).toBeCloseTo(5 * rarity(1), 10);
  });

  it('counts a compound word for each term in it, with more weight', () => {
    const at = { 0: { text: [3] } };
    const apart = scores([{ pages: { 0: { text: [3] } } }, { term: 1, pages: { 0: { text: [4] } } }])[0] ?? 0;
    const compound = scores([{ pages: at }, { term: 1, pages: at }])[0] ?? 0;
    const heavy =
      scores([
        { weight: 48, pages: at },
        { term: 1, weight: 48, pages: { 0: { text: [4] } } },
      ])[0] ?? 0;
    expect(compound).toBeGreaterThan(apart);
    expect(compound).toBeCloseTo(heavy, 10);
  });

  it('counts of several words of one term at a place the first alone', () => {
    const at = { 0: { text: [3] } };
    expect(scores([{ pages: at }, { pages: at }])).toEqual(scores([{ pages: at }]));
  });

  it('is not touched by the pages before it', () => {
    const many = Array.from({ length: 40 }, (_, index) => index * 50);
    const alone = scores([{ pages: { 3: { text: [50, 51] } } }, { term: 1, pages: { 3: { text: [50] } } }]);
    const all = scores([
      { pages: { 0: { text: many }, 3: { text: [50, 51] } } },
      { term: 1, pages: { 0: { text: many, title: [1] }, 3: { text: [50] } } },
    ]);
    expect((all[3] ?? 0) / rarity(2)).toBeCloseTo((alone[3] ?? 0) / rarity(1), 10);
  });
});

it('says where words were found', () => {
  const matched = matchedWords([
    { pages: { 0: { text: [1] }, 1: { title: [3] }, 2: { text: [7], title: [0] }, 3: { tags: [0] } } },
    { term: 1, pages: { 0: { text: [2] }, 1: { title: [4] }, 2: { text: [7], title: [2] }, 3: { tags: [2] } } },
  ]);
  const { places } = scoreRows(matched, foundIn(matched, pages), even);
  const { text, title, row } = bits;
  expect([...places]).toEqual([text | row, title | row, text | title, 0]);
});
