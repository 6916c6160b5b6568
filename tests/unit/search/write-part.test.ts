import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { unpackChunk } from '../../../src/core/text-index/chunk.ts';
import { unpackIndexMeta } from '../../../src/core/text-index/index-meta.ts';
import { openTextIndex } from '../../../src/core/text-index/open-text-index.ts';
import type { PagefindPart } from '../../../src/search/read-part.ts';
import { writeChunks, type ChunksTask } from '../../../src/search/write-chunks.ts';
import { writePart } from '../../../src/search/write-part.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-part-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Each is on a page of its own, so often that a chunk has no more than two. */
const words = ['lock', 'lockabl', 'locker', 'log', 'logger', 'logo', 'ｗ', '😀'];
const part: PagefindPart = {
  pages: words.map((_, row) => ({ id: `en_000000${row}`, words: 6000 })),
  fields: ['title'],
  begins: ['lock'],
  *words() {
    for (const [row, word] of words.entries())
      yield {
        word,
        forms: [{ form: word, postings: [{ row, places: new Array<number>(6000).fill(1), fieldPlaces: [] }] }],
      };
  },
};
const stems = new Map([
  ['lock', 'lock'],
  ['lockers', 'locker'],
  ['locks', 'lock'],
  ['logs', 'log'],
  ['sawn', 'lock'],
]);
const read = (path: string) => gunzipSync(readFileSync(join(folder, path)));

it('writes words in chunks that are known by what they begin with, and each stem where it is looked for', async () => {
  const hash = await writePart(folder, 'en', part, stems);
  expect(hash).toMatch(/^en_[0-9a-f]{10}$/);
  const meta = unpackIndexMeta(read(`pagefind.${hash}.pf_meta`));
  expect(meta.endings).toEqual(['s']);
  expect(meta.begins).toEqual(['', 'locke', 'logg', 'ｗ']);
  const chunks = meta.begins.map((_, position) => unpackChunk(read(`index/${hash}/${position}.pf_index`)));
  expect(readdirSync(join(folder, 'index', hash))).toHaveLength(chunks.length);
  expect(chunks.flatMap(({ keys }) => keys)).toEqual(words);
  // Guessed are all but the one of which nothing in the chunk tells, and the one that is quite another word.
  expect(chunks.map((chunk) => [...chunk.stems])).toEqual([
    [],
    [],
    [
      ['logs', 'log'],
      ['sawn', 'lock'],
    ],
    [],
  ]);

  const index = openTextIndex({ hash, language: 'en', characters: [], load: (path) => Promise.resolve(read(path)) });
  for (const [row, word] of words.entries()) expect([...(await index.search(`"${word}"`)).rows]).toEqual([row]);
  for (const [form, stem] of stems) expect([...(await index.search(`"${form}"`)).rows]).toEqual([words.indexOf(stem)]);
});

it('writes a large part in stretches, which are found as one', async () => {
  const many = Array.from({ length: 80 }, (_, number) => `word${String(number).padStart(2, '0')}`);
  const large: PagefindPart = {
    pages: many.map((_, row) => ({ id: `en_${String(row).padStart(7, '0')}`, words: 6000 })),
    fields: ['title'],
    begins: many,
    *words({ from = '', before = '~' } = { from: '', before: undefined }) {
      for (const [row, word] of many.entries())
        if (word >= from && word < before)
          yield {
            word,
            forms: [{ form: word, postings: [{ row, places: new Array<number>(4000).fill(1), fieldPlaces: [] }] }],
          };
    },
  };
  const forms = new Map(many.map((word) => [`${word}x`, word]));
  const stretches: ChunksTask[] = [];
  const own = mkdtempSync(join(folder, 'large-'));
  const hash = await writePart(own, 'en', large, forms, (task) => {
    stretches.push(task);
    return writeChunks(large, task);
  });
  expect(stretches.map(({ stretch }) => stretch)).toEqual([
    { from: '', before: 'word20' },
    { from: 'word20', before: 'word40' },
    { from: 'word40', before: 'word60' },
    { from: 'word60', before: undefined },
  ]);
  expect(readdirSync(join(own, 'index'))).toEqual([hash]);
  const load = (path: string) => Promise.resolve(gunzipSync(readFileSync(join(own, path))));
  const index = openTextIndex({ hash, language: 'en', characters: [], load });
  for (const [row, word] of many.entries()) {
    expect([...(await index.search(`"${word}"`)).rows]).toEqual([row]);
    expect([...(await index.search(`"${word}x"`)).rows]).toEqual([row]);
  }
});

it('makes no stretch without a word where many files begin with the first', async () => {
  const own = mkdtempSync(join(folder, 'first-'));
  const stretches: ChunksTask[] = [];
  const told = new Map([['+x', 'lock'], ...stems]);
  const hash = await writePart(own, 'en', { ...part, begins: new Array<string>(80).fill('lock') }, told, (task) => {
    stretches.push(task);
    return writeChunks(part, task);
  });
  expect(stretches.map(({ stretch }) => stretch)).toEqual([{ from: '', before: undefined }]);
  const load = (path: string) => Promise.resolve(gunzipSync(readFileSync(join(own, path))));
  const index = openTextIndex({ hash, language: 'en', characters: ['+'], load });
  expect([...(await index.search('"+x"')).rows]).toEqual([0]);
});

it('names a part by what is in it', async () => {
  const again = mkdtempSync(join(folder, 'again-'));
  const hash = await writePart(again, 'en', part, stems);
  const other = { ...part, fields: ['tags'] };
  expect(readdirSync(join(folder, 'index'))).toEqual([hash]);
  expect(await writePart(again, 'en', other, stems)).not.toBe(hash);
});
