import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { packIndexMeta } from '../core/text-index/index-meta.ts';
import { isBefore } from '../core/text-index/key-order.ts';
import type { PagefindPart, Stretch } from './read-part.ts';
import { endingsOf } from './stem-forms.ts';
import { writeChunks, type ChunksTask, type WrittenChunks } from './write-chunks.ts';

/** For numbers among which little repeats. */
const metaOptions = { level: 9, strategy: constants.Z_FILTERED, memLevel: 5 };
/** Stretches of words that are written by themselves, if each would have so many of Pagefind's files. */
export const mostStretches = 4;
const worthAStretch = 20;

/**
 * Writes a part of the index as browsers read it: its words in chunks, of which a search loads those that it needs, and what it says about itself.
 * @param folder of the index
 * @param part with its pages in the order of their ids
 * @param stems of words of the archive, which are in the order of the index
 * @param write writes the chunks of a stretch of the part, perhaps beside others
 * @returns the name of the part, made from its content
 */
export async function writePart(
  folder: string,
  language: string,
  part: PagefindPart,
  stems: ReadonlyMap<string, string>,
  write: (task: ChunksTask) => WrittenChunks | Promise<WrittenChunks> = (task) => writeChunks(part, task),
): Promise<string> {
  const endings = endingsOf(stems);
  const written = join(folder, 'index', 'written');
  const tasks = stretchesOf(part.begins).map((stretch, index): ChunksTask => ({
    stretch,
    stems: [...stems].filter(([form]) => isIn(form, stretch)),
    endings,
    folder: `${written}-${index}`,
  }));
  const stretches = await Promise.all(tasks.map(write));

  const begins = stretches.flatMap((stretch) => stretch.begins);
  const meta = gzipSync(packIndexMeta({ pages: part.pages, fields: part.fields, begins, endings }), metaOptions);
  const digest = createHash('sha256').update(meta);
  for (const stretch of stretches) digest.update(stretch.digest);
  const hash = `${language}_${digest.digest('hex').slice(0, 10)}`;
  const chunks = join(folder, 'index', hash);
  let position = 0;
  for (const [index, { begins }] of stretches.entries()) {
    const from = tasks[index]?.folder ?? '';
    if (index === 0) renameSync(from, chunks);
    else
      for (const number of begins.keys())
        renameSync(join(from, `${number}.pf_index`), join(chunks, `${position + number}.pf_index`));
    position += begins.length;
    rmSync(from, { recursive: true, force: true });
  }
  writeFileSync(join(folder, `pagefind.${hash}.pf_meta`), meta);
  return hash;
}

/** Parts the words of an index, by those with which its files begin: always in the same way, whoever then writes them. */
function stretchesOf(begins: readonly string[]): Stretch[] {
  const count = Math.min(mostStretches, Math.max(1, Math.floor(begins.length / worthAStretch)));
  const cuts = Array.from(
    { length: count - 1 },
    (_, index) => begins[Math.floor(((index + 1) * begins.length) / count)] ?? '',
  );
  // What is before the first word of all would be a stretch without any.
  const froms = [...new Set(['', ...cuts.filter((cut) => isBefore(begins[0] ?? '', cut))])];
  return froms.map((from, index) => ({ from, before: froms[index + 1] }));
}

function isIn(word: string, { from, before }: Stretch): boolean {
  return !isBefore(word, from) && (before === undefined || isBefore(word, before));
}
