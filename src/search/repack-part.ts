import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { packIndexMeta, type IndexMeta } from '../core/index-meta.ts';
import { pagefindOpening } from '../core/pagefind-meta.ts';
import { cborReader, type CborValue } from './cbor.ts';
import { chunkEnds } from './chunk-ends.ts';

const metaOptions = { level: 9, strategy: constants.Z_FILTERED, memLevel: 5 };

/**
 * Cuts the words of a part of an index, which Pagefind wrote, into smaller chunks, and packs what the part says about itself. So a search
 * loads a third of the bytes: of a chunk it needs one word or two.
 * @param folder of the part
 * @throws Error if the part is not as the version of Pagefind that this was written for makes it
 */
export function repackPart(folder: string): void {
  const { languages } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { hash: string; page_count: number }>;
  };
  const cut = join(folder, 'cut');
  mkdirSync(cut);
  for (const { hash, page_count } of Object.values(languages)) {
    const file = join(folder, `pagefind.${hash}.pf_meta`);
    const meta = readMeta(gunzipSync(readFileSync(file)));
    if (meta.pages.length !== page_count)
      throw new Error(`Of the index ${hash}, ${meta.pages.length} of ${page_count} pages can be read.`);
    const chunks = cutChunks(
      join(folder, 'index'),
      cut,
      meta.chunks.map(({ id }) => id),
      hash.replace(/_[^_]*$/, ''),
    );
    writeFileSync(file, gzipSync(packIndexMeta({ ...meta, chunks }), metaOptions));
  }
  rmSync(join(folder, 'index'), { recursive: true, force: true });
  renameSync(cut, join(folder, 'index'));
}

/** As `pagefind_web/src/metadata.rs` reads it. */
function readMeta(bytes: Uint8Array): IndexMeta {
  const [version, pages, chunks, , , fields] = list(cborReader(bytes, pagefindOpening.length).read());
  return {
    version: text(version),
    pages: list(pages).map((page) => {
      const [id, words] = list(page);
      if (typeof words !== 'number') throw new Error('The index does not say how many words a page has.');
      return { id: text(id), words };
    }),
    chunks: list(chunks).map((chunk) => {
      const [, last, id] = list(chunk);
      return { id: text(id), last: text(last) };
    }),
    fields: list(fields).map(text),
  };
}

/** @returns the new chunks, in order */
function cutChunks(from: string, to: string, ids: readonly string[], language: string): IndexMeta['chunks'] {
  const chunks: { id: string; words: [first: string, last: string] }[] = [];
  for (const id of ids) {
    const file = gunzipSync(readFileSync(join(from, `${id}.pf_index`)));
    const words = wordsOf(file);
    let begin = 0;
    for (const end of chunkEnds(words)) {
      const some = words.slice(begin, end);
      const [first, last] = [some[0], some.at(-1)];
      if (!first || !last) continue;
      const packed = gzipSync(chunkOf(file.subarray(first.begin, last.end), some.length));
      chunks.push({ id: writeNamed(to, language, packed), words: [first.word, last.word] });
      begin = end;
    }
  }
  return chunks.map(({ id, words: [, last] }, index) => {
    const next = chunks[index + 1]?.words[0];
    return { id, last: next === undefined ? last : between(last, next) };
  });
}

/** The words of a chunk in order, and where each begins and ends in it. */
function wordsOf(file: Uint8Array): { word: string; begin: number; end: number }[] {
  const reader = cborReader(file, pagefindOpening.length);
  reader.list();
  return Array.from({ length: reader.list() }, () => {
    const begin = reader.position();
    if (reader.list() !== 3) throw new Error('A word of the index does not have three parts.');
    const word = text(reader.read());
    reader.skip();
    reader.skip();
    return { word, begin, end: reader.position() };
  });
}

function chunkOf(words: Uint8Array, count: number): Uint8Array {
  // A list of one, which is a list of so many words.
  return Buffer.concat([Buffer.from(pagefindOpening), Buffer.from([0x81, 0x99, count >> 8, count & 255]), words]);
}

/** Files are named by their content, as Pagefind names them. */
function writeNamed(folder: string, language: string, bytes: Uint8Array): string {
  for (let salt = 0; ; salt++) {
    const id = `${language}_${createHash('sha256')
      .update(bytes)
      .update(salt === 0 ? '' : String(salt))
      .digest('hex')
      .slice(0, 7)}`;
    const file = join(folder, `${id}.pf_index`);
    if (existsSync(file) && !readFileSync(file).equals(bytes)) continue;
    writeFileSync(file, bytes);
    return id;
  }
}

/** The shortest text that is behind a word, and no further than where the next one begins: as bytes are in order, which is Pagefind's. */
function between(last: string, next: string): string {
  const letters = [...next];
  const length = letters.findIndex((_, index) => isBefore(last, letters.slice(0, index + 1).join('')));
  if (length < 0) throw new Error(`The index has ${next} behind ${last}.`);
  return letters.slice(0, length + 1).join('');
}

function isBefore(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

function list(value: CborValue | undefined): CborValue[] {
  if (!Array.isArray(value)) throw new Error(`The index has ${typeof value} instead of a list.`);
  return value;
}

function text(value: CborValue | undefined): string {
  if (typeof value !== 'string') throw new Error(`The index has ${typeof value} instead of a text.`);
  return value;
}
