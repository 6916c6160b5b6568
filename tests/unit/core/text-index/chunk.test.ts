import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  packChunk,
  unpackChunk,
  type IndexChunk,
  type Postings,
  type WrittenChunk,
} from '../../../../src/core/text-index/chunk.ts';

type Place = { place: number; kind: number };

/** What a word has on a page, by kind: as how much it weighs there, or in which field. */
type Page = { row: number; places: Place[]; fieldPlaces: Place[] };

type Word = { word: string; forms: { form: string; pages: Page[] }[] };

/** Writes places as Pagefind does: how far each is behind the one before, and a number below 0 where the kind is another. */
function written(places: readonly Place[], firstKind: number): number[] {
  let [kind, before] = [firstKind, 0];
  return places.flatMap((one) => {
    const named = one.kind === kind ? [] : [-one.kind - 1];
    if (named.length > 0) [kind, before] = [one.kind, 0];
    const step = one.place - before;
    before = one.place;
    return [...named, step];
  });
}

function chunkOf(words: readonly Word[], stems: [string, string][]): WrittenChunk {
  return {
    stems,
    words: words.map(({ word, forms }) => ({
      word,
      forms: forms.map(({ form, pages }) => ({
        form,
        postings: pages.map(({ row, places, fieldPlaces }) => ({
          row,
          places: written(places, 25),
          fieldPlaces: written(fieldPlaces, 0),
        })),
      })),
    })),
  };
}

function pagesOf({ rows, begins, places, weights, fieldBegins, fieldPlaces, fields }: Postings): Page[] {
  const read = (numbers: Uint32Array, kinds: Uint8Array, begin = 0, end = 0) =>
    Array.from(numbers.subarray(begin, end), (place, at) => ({ place, kind: kinds[begin + at] ?? -1 }));
  return Array.from(rows, (row, at) => ({
    row,
    places: read(places, weights, begins[at], begins[at + 1]),
    fieldPlaces: read(fieldPlaces, fields, fieldBegins[at], fieldBegins[at + 1]),
  }));
}

function wordsOf({ words }: IndexChunk): Word[] {
  return words.map(({ word, forms }) => ({
    word,
    forms: forms.map(({ form, postings }) => ({ form, pages: pagesOf(postings) })),
  }));
}

function inOrder({ word, forms }: Word): Word {
  const sorted = (places: readonly Place[]) => places.toSorted((a, b) => a.place - b.place);
  return {
    word,
    forms: forms.map(({ form, pages }) => ({
      form,
      pages: pages.map(({ row, places, fieldPlaces }) => ({
        row,
        places: sorted(places),
        fieldPlaces: sorted(fieldPlaces),
      })),
    })),
  };
}

/** Pagefind writes places of one kind in order, and begins anew where the kind changes. */
function placesOfKinds(highest: number): fc.Arbitrary<Place[]> {
  const run = fc.record({
    kind: fc.integer({ min: 0, max: highest }),
    places: fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 4 }),
  });
  const differ = (runs: readonly { kind: number }[]) => runs.every(({ kind }, at) => kind !== runs[at - 1]?.kind);
  return fc
    .array(run, { maxLength: 4 })
    .filter(differ)
    .map((runs) =>
      runs.flatMap(({ kind, places }) => places.toSorted((a, b) => a - b).map((place) => ({ place, kind }))),
    );
}

const pages = fc
  .uniqueArray(fc.record({ row: fc.nat(90_000), places: placesOfKinds(255), fieldPlaces: placesOfKinds(3) }), {
    maxLength: 4,
    selector: ({ row }) => row,
  })
  .map((list) => list.sort((a, b) => a.row - b.row));
const words = fc.array(
  fc.record({
    word: fc.string({ minLength: 1, unit: 'binary' }),
    own: pages,
    others: fc.array(fc.record({ form: fc.string({ unit: 'grapheme' }), pages }), { maxLength: 2 }),
  }),
  { maxLength: 6 },
);
const stems = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 3 });

const lock: WrittenChunk = {
  words: [
    { word: 'lock', forms: [{ form: 'lock', postings: [{ row: 3, places: [2, 5], fieldPlaces: [] }] }] },
    {
      word: 'uber',
      forms: [
        { form: 'uber', postings: [] },
        { form: 'über', postings: [{ row: 0, places: [7, -13, 1, 4, -25, 3], fieldPlaces: [-2, 0, 2] }] },
      ],
    },
  ],
  stems: [['men', 'man']],
};

describe('a chunk', () => {
  it('has words, their forms, and where they are', () => {
    const chunk = unpackChunk(packChunk(lock));
    expect(wordsOf(chunk)).toEqual([
      {
        word: 'lock',
        forms: [
          {
            form: 'lock',
            pages: [
              {
                row: 3,
                places: [
                  { place: 2, kind: 25 },
                  { place: 7, kind: 25 },
                ],
                fieldPlaces: [],
              },
            ],
          },
        ],
      },
      {
        word: 'uber',
        forms: [
          { form: 'uber', pages: [] },
          {
            form: 'über',
            pages: [
              {
                row: 0,
                // In order, though they are written weight after weight.
                places: [
                  { place: 1, kind: 12 },
                  { place: 3, kind: 24 },
                  { place: 5, kind: 12 },
                  { place: 7, kind: 25 },
                ],
                fieldPlaces: [
                  { place: 0, kind: 1 },
                  { place: 2, kind: 1 },
                ],
              },
            ],
          },
        ],
      },
    ]);
    expect([chunk.keys, chunk.stems]).toEqual([['lock', 'uber'], new Map([['men', 'man']])]);
  });

  it('comes back as it was packed, with the places of a page in order', () => {
    fc.assert(
      fc.property(words, stems, (some, told) => {
        const all = some.map(({ word, own, others }) => ({ word, forms: [{ form: word, pages: own }, ...others] }));
        const chunk = unpackChunk(packChunk(chunkOf(all, told)));
        expect(wordsOf(chunk)).toEqual(all.map(inOrder));
        expect([chunk.keys, chunk.stems]).toEqual([all.map(({ word }) => word), new Map(told)]);
      }),
    );
  });

  it('cannot be read when it is cut short', () => {
    const packed = packChunk(lock);
    for (let length = 0; length < packed.length; length++)
      expect(() => unpackChunk(packed.subarray(0, length))).toThrow();
  });

  it('is read wherever it lies in the memory of another', () => {
    const packed = packChunk(lock);
    const within = new Uint8Array(packed.length + 3);
    within.set(packed, 3);
    expect(unpackChunk(within.subarray(3))).toEqual(unpackChunk(packed));
  });
});
