import type { WrittenWord } from '../core/text-index/chunk.ts';

/** Of a chunk before it is compressed, to about a third: larger ones hold words that nobody asked for, smaller ones weigh in the list of them. */
export type ChunkLimits = { least: number; most: number };

/**
 * Cuts a row of words. Between the least and the most, where neighbours have fewest letters in common: who types the beginning
 * of a word finds those in one chunk.
 */
export function* cutWords(words: Iterable<WrittenWord>, { least, most }: ChunkLimits): Generator<WrittenWord[]> {
  let held: WrittenWord[] = [];
  let size = 0;
  for (const word of words) {
    held.push(word);
    size += sizeOf(word);
    while (size > most && held.length > 1) {
      const chunk = held.slice(0, endOf(held, least));
      yield chunk;
      held = held.slice(chunk.length);
      size = held.reduce((sum, one) => sum + sizeOf(one), 0);
    }
  }
  if (held.length > 0) yield held;
}

/** Behind which word to cut: the best place where there is enough and not too much, else the last where there is not too much. */
function endOf(words: readonly WrittenWord[], least: number): number {
  let best = 1;
  let alike = Infinity;
  let size = 0;
  for (let end = 1; end < words.length; end++) {
    const [last, next] = [words[end - 1], words[end]];
    if (!last || !next) break;
    size += sizeOf(last);
    const shared = sharedLetters(last.word, next.word);
    if (size >= least ? shared < alike : alike === Infinity) {
      best = end;
      if (size >= least) alike = shared;
    }
  }
  return best;
}

/** About as many bytes as the word takes in a chunk that is not compressed. */
function sizeOf({ word, forms }: WrittenWord): number {
  let size = word.length + 3;
  for (const { postings } of forms)
    for (const { places, fieldPlaces } of postings) size += 3 + places.length + fieldPlaces.length;
  return size;
}

function sharedLetters(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a.charAt(count) === b.charAt(count)) count++;
  return count;
}
