import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip, gzipSync } from 'node:zlib';
import { packChunk, type WrittenWord } from '../core/text-index/chunk.ts';
import { packIndexMeta } from '../core/text-index/index-meta.ts';
import { isBefore } from '../core/text-index/key-order.ts';
import { stemOf } from '../core/text-index/match-words.ts';
import { cutWords } from './cut-words.ts';
import type { PagefindPart } from './read-part.ts';
import { endingsOf } from './stem-forms.ts';

/** A code of their own for every few numbers. */
const chunkOptions = { level: 9, memLevel: 5 };
/** For numbers among which little repeats. */
const metaOptions = { level: 9, strategy: constants.Z_FILTERED, memLevel: 5 };
const compress = promisify(gzip);
const atOnce = 4;
const limits = { least: 7_000, most: 13_000 };

/**
 * Writes a part of the index as browsers read it: its words in chunks, of which a search loads those that it needs, and what it says about itself.
 * @param folder of the index
 * @param part with its pages in the order of their ids
 * @param stems of words of the archive, which are in the order of the index
 * @returns the name of the part, made from its content
 */
export async function writePart(
  folder: string,
  language: string,
  part: PagefindPart,
  stems: ReadonlyMap<string, string>,
): Promise<string> {
  const endings = endingsOf(stems);
  const known = new Set(endings);
  const forms = [...stems];
  const digest = createHash('sha256');
  const written = join(folder, 'index', 'written');
  mkdirSync(written, { recursive: true });
  const begins: string[] = [];
  let at = 0;
  const digests: Promise<Buffer>[] = [];
  const write = async (words: readonly WrittenWord[], next: string | undefined) => {
    const told: (readonly [string, string])[] = [];
    const guessed = { keys: words.map(({ word }) => word), stems: new Map<string, string>() };
    for (; at < forms.length; at++) {
      const [form, stem] = forms[at] ?? ['', ''];
      if (next !== undefined && !isBefore(form, next)) break;
      if (stemOf(form, guessed, next, known) !== stem) told.push([form, stem]);
    }
    const file = join(written, `${digests.length}.pf_index`);
    const done = compress(packChunk({ words, stems: told }), chunkOptions).then(async (packed) => {
      await writeFile(file, packed);
      return createHash('sha256').update(packed).digest();
    });
    // It is heard of below.
    done.catch(() => undefined);
    digests.push(done);
    // As many as there are helpers beside this thread, so that few are in memory.
    await digests.at(-atOnce);
  };

  let held: WrittenWord[] | undefined;
  for (const words of cutWords(part.words(), limits)) {
    const begin = held ? between(held.at(-1)?.word ?? '', words[0]?.word ?? '') : '';
    if (held) await write(held, begin);
    begins.push(begin);
    held = words;
  }
  if (held) await write(held, undefined);
  for (const one of await Promise.all(digests)) digest.update(one);

  const meta = gzipSync(packIndexMeta({ pages: part.pages, fields: part.fields, begins, endings }), metaOptions);
  const hash = `${language}_${digest.update(meta).digest('hex').slice(0, 10)}`;
  renameSync(written, join(folder, 'index', hash));
  writeFileSync(join(folder, `pagefind.${hash}.pf_meta`), meta);
  return hash;
}

/** The shortest text that is behind a word, and no further than where the next one begins. */
function between(last: string, next: string): string {
  const letters = [...next];
  const length = letters.findIndex((_, index) => isBefore(last, letters.slice(0, index + 1).join('')));
  if (length < 0) throw new Error(`The index has ${next} behind ${last}.`);
  return letters.slice(0, length + 1).join('');
}
