import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { WrittenPosting, WrittenWord } from '../core/text-index/chunk.ts';
import { isBefore } from '../core/text-index/key-order.ts';
import { cborReader, type CborReader } from './cbor.ts';

/** With this begins every file of Pagefind's, before the CBOR. */
const opening = 'pagefind_dcd';

/** A stretch of the words of an index: from a text on, and to before another one, if it is not the last. */
export type Stretch = { from: string; before: string | undefined };

/** One language of an index as Pagefind's command wrote it. Rows are positions in `pages`. */
export type PagefindPart = {
  pages: { id: string; words: number }[];
  /** Names of the metadata that is searched; a field is its position here. */
  fields: string[];
  /** Words with which its files begin, in order: about as much lies between any two. */
  begins: string[];
  /** The words of a stretch, or all, in order of their code points. */
  words: (stretch?: Stretch) => Generator<WrittenWord>;
};

const whole: Stretch = { from: '', before: undefined };

/**
 * Reads what Pagefind's command wrote, as `pagefind_web/src/metadata.rs` and `index.rs` of Pagefind 1.6 do.
 * @param folder the index
 * @param hash of the language, from its entry
 * @param pageCount how many pages it has, from its entry
 * @throws Error if it is in another form
 */
export function readPart(folder: string, hash: string, pageCount: number): PagefindPart {
  const bytes = gunzipSync(readFileSync(join(folder, `pagefind.${hash}.pf_meta`)));
  const reader = cborReader(bytes, opening.length);
  enter(reader, 6);
  reader.skip();
  const pages = listOf(reader, () => {
    const rest = enter(reader, 2);
    const page = { id: reader.text(), words: reader.number() };
    leave(reader, rest);
    return page;
  });
  if (pages.length !== pageCount)
    throw new Error(`Of the index ${hash}, ${pages.length} of ${pageCount} pages can be read.`);
  const chunks = listOf(reader, () => {
    const rest = enter(reader, 3);
    const begin = reader.text();
    const last = reader.text();
    const id = reader.text();
    leave(reader, rest);
    return { begin, last, id };
  });
  reader.skip();
  reader.skip();
  const fields = listOf(reader, () => reader.text());
  return {
    pages,
    fields,
    begins: chunks.map(({ begin }) => begin),
    *words(stretch = whole) {
      for (const { begin, last, id } of chunks) {
        if (isBefore(last, stretch.from)) continue;
        if (isBehind(begin, stretch)) return;
        const words = wordsOf(gunzipSync(readFileSync(join(folder, 'index', `${id}.pf_index`))));
        if (!isBefore(begin, stretch.from) && !isBehind(last, stretch)) yield* words;
        else
          for (const word of words) if (!isBefore(word.word, stretch.from) && !isBehind(word.word, stretch)) yield word;
      }
    },
  };
}

function isBehind(word: string, { before }: Stretch): boolean {
  return before !== undefined && !isBefore(word, before);
}

function* wordsOf(chunk: Uint8Array): Generator<WrittenWord> {
  const reader = cborReader(chunk, opening.length);
  enter(reader, 1);
  for (let left = reader.list(); left > 0; left--) {
    const rest = enter(reader, 3);
    const word = reader.text();
    const own = { form: word, postings: postingsOf(reader) };
    const others = listOf(reader, () => {
      const rest = enter(reader, 2);
      const form = { form: reader.text(), postings: postingsOf(reader) };
      leave(reader, rest);
      return form;
    });
    leave(reader, rest);
    yield { word, forms: [own, ...others] };
  }
}

function postingsOf(reader: CborReader): WrittenPosting[] {
  let row = 0;
  return listOf(reader, () => {
    const rest = enter(reader, 2);
    row += reader.number();
    const places = reader.numbers();
    const fieldPlaces = rest > 0 ? reader.numbers() : [];
    leave(reader, rest - 1);
    return { row, places, fieldPlaces };
  });
}

function listOf<Value>(reader: CborReader, read: () => Value): Value[] {
  const values: Value[] = [];
  for (let left = reader.list(); left > 0; left--) values.push(read());
  return values;
}

/** Goes into a list of at least so many values. @returns how many more are in it */
function enter(reader: CborReader, least: number): number {
  const length = reader.list();
  if (length < least) throw new Error(`The index has a list of ${length} values instead of ${least}.`);
  return length - least;
}

/** Goes past the values of a list that are not read. */
function leave(reader: CborReader, rest: number): void {
  for (let left = rest; left > 0; left--) reader.skip();
}
