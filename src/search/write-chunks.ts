import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packChunk, type WrittenWord } from '../core/text-index/chunk.ts';
import { isBefore } from '../core/text-index/key-order.ts';
import { stemOf } from '../core/text-index/match-words.ts';
import { cutWords } from './cut-words.ts';
import type { PagefindPart, Stretch } from './read-part.ts';

/** A code of their own for every few numbers. The highest level takes twice the time, and saves 0.2 %. */
const options = { level: 6, memLevel: 5 };
const limits = { least: 7_000, most: 13_000 };

export type ChunksTask = {
  stretch: Stretch;
  /** Words of the archive in the stretch, in the order of the index, and their stems. */
  stems: readonly (readonly [form: string, stem: string])[];
  /** As `stemOf` takes them. */
  endings: readonly string[];
  /** It is made, and the chunks are written into it: `0.pf_index`, `1.pf_index`, … */
  folder: string;
};

/** What each of the chunks begins with, and a digest of all of them. */
export type WrittenChunks = { begins: string[]; digest: string };

/** Writes a stretch of the words of a part in chunks, of which a search loads those that it needs. */
export function writeChunks(part: Pick<PagefindPart, 'words'>, task: ChunksTask): WrittenChunks {
  const { stretch, stems, folder } = task;
  const endings = new Set(task.endings);
  const digest = createHash('sha256');
  const begins: string[] = [];
  mkdirSync(folder, { recursive: true });
  let at = 0;
  const write = (words: readonly WrittenWord[], next: string | undefined) => {
    const told: (readonly [string, string])[] = [];
    const guessed = { keys: words.map(({ word }) => word), stems: new Map<string, string>() };
    for (; at < stems.length; at++) {
      const [form, stem] = stems[at] ?? ['', ''];
      if (next !== undefined && !isBefore(form, next)) break;
      if (stemOf(form, guessed, next, endings) !== stem) told.push([form, stem]);
    }
    const packed = gzipSync(packChunk({ words, stems: told }), options);
    digest.update(packed);
    writeFileSync(join(folder, `${begins.length - 1}.pf_index`), packed);
  };

  let held: WrittenWord[] | undefined;
  for (const words of cutWords(part.words(stretch), limits)) {
    const begin = held ? between(held.at(-1)?.word ?? '', words[0]?.word ?? '') : stretch.from;
    if (held) write(held, begin);
    begins.push(begin);
    held = words;
  }
  if (held) write(held, stretch.before);
  return { begins, digest: digest.digest('hex') };
}

/** The shortest text that is behind a word, and no further than where the next one begins. */
function between(last: string, next: string): string {
  const letters = [...next];
  const length = letters.findIndex((_, index) => isBefore(last, letters.slice(0, index + 1).join('')));
  if (length < 0) throw new Error(`The index has ${next} behind ${last}.`);
  return letters.slice(0, length + 1).join('');
}
