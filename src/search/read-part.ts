import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { WrittenPosting, WrittenWord } from '../core/text-index/chunk.ts';
import { cborReader, type CborValue } from './cbor.ts';

/** With this begins every file of Pagefind's, before the CBOR. */
const opening = 'pagefind_dcd';

/** One language of an index as Pagefind's command wrote it. Rows are positions in `pages`. */
export type PagefindPart = {
  pages: { id: string; words: number }[];
  /** Names of the metadata that is searched; a field is its position here. */
  fields: string[];
  /** All words, in order of their code points. */
  words: () => Generator<WrittenWord>;
};

/**
 * Reads what Pagefind's command wrote, as `pagefind_web/src/metadata.rs` and `index.rs` of Pagefind 1.6 do.
 * @param folder the index
 * @param hash of the language, from its entry
 * @param pageCount how many pages it has, from its entry
 * @throws Error if it is in another form
 */
export function readPart(folder: string, hash: string, pageCount: number): PagefindPart {
  const bytes = gunzipSync(readFileSync(join(folder, `pagefind.${hash}.pf_meta`)));
  const [, pageList, chunkList, , , fieldList] = list(cborReader(bytes, opening.length).read());
  const pages = list(pageList).map((page) => {
    const [id, words] = list(page);
    return { id: text(id), words: number(words) };
  });
  if (pages.length !== pageCount)
    throw new Error(`Of the index ${hash}, ${pages.length} of ${pageCount} pages can be read.`);
  const chunks = list(chunkList).map((chunk) => text(list(chunk)[2]));
  return {
    pages,
    fields: list(fieldList).map(text),
    *words() {
      for (const id of chunks) yield* wordsOf(gunzipSync(readFileSync(join(folder, 'index', `${id}.pf_index`))));
    },
  };
}

function* wordsOf(chunk: Uint8Array): Generator<WrittenWord> {
  const reader = cborReader(chunk, opening.length);
  reader.list();
  for (let left = reader.list(); left > 0; left--) {
    const [word, pages, variants] = list(reader.read());
    const forms = list(variants).map((variant) => {
      const [form, own] = list(variant);
      return { form: text(form), postings: postingsOf(own) };
    });
    yield { word: text(word), forms: [{ form: text(word), postings: postingsOf(pages) }, ...forms] };
  }
}

function postingsOf(value: CborValue | undefined): WrittenPosting[] {
  let row = 0;
  return list(value).map((posting) => {
    const [step, places, fieldPlaces = []] = list(posting);
    row += number(step);
    return { row, places: numbers(places), fieldPlaces: numbers(fieldPlaces) };
  });
}

function list(value: CborValue | undefined): CborValue[] {
  if (!Array.isArray(value)) throw new Error(`The index has ${typeof value} instead of a list.`);
  return value;
}

function numbers(value: CborValue | undefined): number[] {
  const values = list(value);
  if (values.some((one) => typeof one !== 'number')) throw new Error('The index has something else among numbers.');
  return values as number[];
}

function text(value: CborValue | undefined): string {
  if (typeof value !== 'string') throw new Error(`The index has ${typeof value} instead of a text.`);
  return value;
}

function number(value: CborValue | undefined): number {
  if (typeof value !== 'number') throw new Error(`The index has ${typeof value} instead of a number.`);
  return value;
}
