import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tagName, threadSlug } from '../../../src/core/ids.ts';
import type { RenderedThread } from '../../../src/core/thread.ts';
import { mergeParts } from '../../../src/search/merge-parts.ts';
import { readPart, type PagefindPart } from '../../../src/search/read-part.ts';
import { runPagefind } from '../../../src/search/run-pagefind.ts';
import { searchDocument } from '../../../src/search/search-document.ts';
import { answer, post, thread } from '../publish/thread.ts';
import { readEntry } from './open-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-merge-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Indexes threads by Pagefind's command, and reads what it wrote. */
async function indexed(name: string, threads: readonly RenderedThread[]): Promise<PagefindPart> {
  for (const one of threads) {
    const page = join(folder, name, 'documents', 'questions', one.slug);
    mkdirSync(page, { recursive: true });
    writeFileSync(join(page, 'index.html'), searchDocument(one));
  }
  const index = join(folder, name, 'index');
  await runPagefind(join(folder, name, 'documents'), index);
  const { hash, page_count } = readEntry(index).languages['en'] ?? { hash: '', page_count: 0 };
  return readPart(index, hash, page_count);
}

/** Places as they are counted, each with its weight or the name of its field. */
function places(written: readonly number[], first: number, nameOf: (kind: number) => number | string) {
  let [kind, place] = [first, 0];
  return written.flatMap((number) => {
    if (number < 0) [kind, place] = [-number - 1, 0];
    else place += number;
    return number < 0 ? [] : [[nameOf(kind), place]];
  });
}

/** All that a part says: of each word, by form and the name of the page, where it is. */
function contentOf({ pages, fields, words }: PagefindPart) {
  return Array.from(words(), ({ word, forms }) => ({
    word,
    forms: Object.fromEntries(
      forms.map(({ form, postings }) => [
        form,
        postings.map((posting) => [
          pages[posting.row]?.id,
          places(posting.places, 25, (weight) => weight),
          places(posting.fieldPlaces, 0, (field) => fields[field] ?? '?'),
        ]),
      ]),
    ),
  }));
}

const threads = ['locks', 'uber', 'files', 'symbols', 'commas'].map((slug, index) =>
  thread({
    slug: threadSlug.parse(slug),
    title: `How do ${slug} work in files?`,
    tags: index < 2 ? [] : [tagName.parse('c++'), tagName.parse(slug)],
    question: post({ html: `<p>Über ${slug}: uber-fast files, snake_case, number ${index}.</p>`, votes: index }),
    answers: [
      answer(`a${index}`, {
        html: `<p>The ${slug} lock ${'again '.repeat(index)}.</p>`,
        comments: [{ ...post(), html: '<p>Lock the files.</p>' }],
      }),
    ],
  }),
);

describe('parts of an index, merged', () => {
  it('say what one part of all threads says, also where one has no tags', async () => {
    const [whole, ...parts] = await Promise.all([
      indexed('whole', threads),
      indexed('one', threads.slice(0, 2)),
      indexed('two', threads.slice(2, 4)),
      indexed('three', threads.slice(4)),
    ]);
    expect(parts.map(({ fields }) => fields)).toEqual([['title'], ['tags', 'title'], ['tags', 'title']]);
    const merged = mergeParts(parts);
    const inOrder = mergeParts([whole]);
    expect(merged.fields).toEqual(['tags', 'title']);
    expect(merged.pages).toEqual(inOrder.pages);
    expect(merged.pages.map(({ id }) => id)).toEqual(whole.pages.map(({ id }) => id).sort());
    expect(contentOf(merged)).toEqual(contentOf(inOrder));
    const lock = contentOf(merged).find(({ word }) => word === 'lock');
    expect(lock?.forms['lock']).toHaveLength(5);
    expect(contentOf(merged).find(({ word }) => word === 'uber')?.forms).toMatchObject({
      über: expect.anything() as unknown,
    });
  });

  it('say in stretches what they say at once', async () => {
    const [one, two] = await Promise.all([indexed('first', threads.slice(0, 3)), indexed('second', threads.slice(3))]);
    const merged = mergeParts([one, two]);
    const all = [...merged.words()];
    for (const cuts of [['lock'], ['', 'a'], ['how', 'locj', 'uber', 'zzz'], all.map(({ word }) => word)]) {
      const froms = ['', ...cuts];
      const stretches = froms.map((from, index) => [...merged.words({ from, before: froms[index + 1] })]);
      expect(stretches.flat()).toEqual(all);
      for (const [index, words] of stretches.entries())
        for (const { word } of words) expect(word < (froms[index + 1] ?? '\uffff')).toBe(true);
    }
    expect(merged.begins).toEqual([...one.begins, ...two.begins].sort());
  });

  it('have words in the order of code points, each once, with the forms of all', () => {
    const part = (id: string, words: Record<string, string[]>): PagefindPart => ({
      pages: [{ id, words: 1 }],
      fields: [],
      begins: [],
      *words() {
        for (const [word, forms] of Object.entries(words))
          yield {
            word,
            forms: [word, ...forms].map((form) => ({
              form,
              postings: [{ row: 0, places: [-25, 1], fieldPlaces: [] }],
            })),
          };
      },
    });
    const merged = mergeParts([
      part('en_0000002', { a: [], uber: ['über'], ｗ: [] }),
      part('en_0000001', { uber: ['ùber', 'über'], ｗ: [], '😀': [] }),
    ]);
    const posting = (row: number) => ({ row, places: [-25, 1], fieldPlaces: [] });
    expect(merged.pages.map(({ id }) => id)).toEqual(['en_0000001', 'en_0000002']);
    expect([...merged.words()]).toEqual([
      { word: 'a', forms: [{ form: 'a', postings: [posting(1)] }] },
      {
        word: 'uber',
        forms: [
          { form: 'uber', postings: [posting(0), posting(1)] },
          { form: 'über', postings: [posting(0), posting(1)] },
          { form: 'ùber', postings: [posting(0)] },
        ],
      },
      { word: 'ｗ', forms: [{ form: 'ｗ', postings: [posting(0), posting(1)] }] },
      { word: '😀', forms: [{ form: '😀', postings: [posting(0)] }] },
    ]);
  });

  it('name fields by their new numbers, the first where none is named', () => {
    const part = (id: string, fields: string[], fieldPlaces: number[]): PagefindPart => ({
      pages: [{ id, words: 1 }],
      fields,
      begins: [],
      *words() {
        yield { word: 'a', forms: [{ form: 'a', postings: [{ row: 0, places: [], fieldPlaces }] }] };
      },
    });
    const merged = mergeParts([
      part('en_0000001', ['title'], [2, 1]),
      part('en_0000002', ['tags', 'title'], [3, -2, 0]),
      part('en_0000003', ['author', 'title'], [-2, 4, -1, 5]),
    ]);
    expect(merged.fields).toEqual(['author', 'tags', 'title']);
    expect([...merged.words()].flatMap(({ forms }) => forms.flatMap(({ postings }) => postings))).toEqual([
      { row: 0, places: [], fieldPlaces: [-3, 2, 1] },
      { row: 1, places: [], fieldPlaces: [-2, 3, -3, 0] },
      { row: 2, places: [], fieldPlaces: [-3, 4, -1, 5] },
    ]);
  });
});

it('says that an index has another number of pages than its entry', async () => {
  await indexed('counted', threads.slice(0, 2));
  const index = join(folder, 'counted', 'index');
  const { hash = '' } = readEntry(index).languages['en'] ?? {};
  expect(() => readPart(index, hash, 3)).toThrow(`Of the index ${hash}, 2 of 3 pages can be read.`);
});
