import { packChunk, type WrittenPosting } from '../../../../src/core/text-index/chunk.ts';
import { packIndexMeta } from '../../../../src/core/text-index/index-meta.ts';
import { isBefore } from '../../../../src/core/text-index/key-order.ts';
import { openTextIndex } from '../../../../src/core/text-index/open-text-index.ts';

/** Words parted by spaces, as the index has them; those of one compound by `|`, and behind `/` a form with diacritics. */
export type SmallPage = { text: string; title?: string };

export type SmallIndex = {
  pages: readonly SmallPage[];
  /** What each chunk begins with, the first with nothing. */
  begins?: readonly string[];
  /** Stems that are told. */
  stems?: readonly (readonly [form: string, stem: string])[];
  endings?: string[];
};

const fields = ['tags', 'title'];

/** Opens a small index held in memory, of a language that is English. */
export function openSmallIndex({ pages, begins = [''], stems = [], endings = [] }: SmallIndex) {
  const ids = pages.map((_, row) => `en_${row.toString(16).padStart(7, '0')}`);
  const words = wordsOf(pages);
  const chunkOf = (word: string) => begins.findLastIndex((begin) => !isBefore(word, begin));
  const files = new Map<string, Uint8Array>([
    [
      'pagefind.en_test.pf_meta',
      packIndexMeta({
        pages: pages.map(({ text }, row) => ({ id: ids[row] ?? '', words: text.split(' ').length })),
        begins: [...begins],
        fields,
        endings,
      }),
    ],
    ...begins.map((_, chunk): [string, Uint8Array] => [
      `index/en_test/${chunk}.pf_index`,
      packChunk({
        words: words.filter(({ word }) => chunkOf(word) === chunk),
        stems: stems.filter(([form]) => chunkOf(form) === chunk),
      }),
    ]),
    ...pages.map(({ text, title = '' }, row): [string, Uint8Array] => [
      `fragment/${ids[row] ?? ''}.pf_fragment`,
      new TextEncoder().encode(
        `pagefind_dcd${JSON.stringify({ url: `/${row}/`, meta: { title }, anchors: [], content: text })}`,
      ),
    ]),
  ]);
  /** What was asked for, in order; and what does not come. */
  const loaded: string[] = [];
  const broken = new Set<string>();
  const load = (path: string): Promise<Uint8Array> => {
    loaded.push(path);
    const file = files.get(path);
    return file && !broken.has(path) ? Promise.resolve(file) : Promise.reject(new Error(`404 ${path}`));
  };
  const index = openTextIndex({ hash: 'en_test', language: 'en', characters: ['+', '#', '_', '@', '$'], load });
  return { index, loaded, broken };
}

function wordsOf(pages: readonly SmallPage[]) {
  const words = new Map<string, Map<string, Map<number, { text: number[]; title: number[] }>>>();
  const add = (row: number, where: 'text' | 'title', text: string) => {
    for (const [place, token] of text.split(' ').entries()) {
      for (const one of token.split('|')) {
        const [word = '', form = word] = one.split('/');
        const forms = words.get(word) ?? new Map([[word, new Map()]]);
        words.set(word, forms);
        const rows = forms.get(form) ?? new Map<number, { text: number[]; title: number[] }>();
        forms.set(form, rows);
        const own = rows.get(row) ?? { text: [], title: [] };
        rows.set(row, own);
        own[where].push(place);
      }
    }
  };
  for (const [row, { text, title }] of pages.entries()) {
    add(row, 'text', text);
    if (title !== undefined) add(row, 'title', title);
  }
  return [...words]
    .sort(([a], [b]) => (isBefore(a, b) ? -1 : 1))
    .map(([word, forms]) => ({
      word,
      forms: [...forms].map(([form, rows]) => ({
        form,
        postings: [...rows].map(([row, { text, title }]): WrittenPosting => ({
          row,
          places: [-25, ...steps(text)],
          fieldPlaces: title.length > 0 ? [-1 - fields.indexOf('title'), ...steps(title)] : [],
        })),
      })),
    }));
}

function steps(places: readonly number[]): number[] {
  return places.map((place, index) => place - (places[index - 1] ?? 0));
}
