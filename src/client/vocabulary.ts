import { allNearest } from '../core/nearest.ts';
import { fetchFile } from './fetch-file.ts';

export type Vocabulary = ReturnType<typeof readVocabulary>;

/**
 * The words of an archive, by which to mend one that it does not have. They are loaded when they are asked for first.
 * @param url of the file that the build makes
 */
export function loadVocabulary(url: string): () => Promise<Vocabulary> {
  let loading: Promise<Vocabulary> | undefined;
  const load = async () => {
    const { body } = await fetchFile(url);
    return readVocabulary(await new Response(body?.pipeThrough(new DecompressionStream('gzip'))).text());
  };
  return async () => {
    try {
      return await (loading ??= load());
    } catch {
      // Without it everything is found that is spelt right; who asks again may have it.
      loading = undefined;
      return readVocabulary('');
    }
  };
}

/** A word that is in so many times more threads, as a power of two, may be what was meant by one that is an archive's too. */
const farMore = 4;

/** @param text lines of words, those in most threads first: from line to line in half as many */
export function readVocabulary(text: string) {
  const lines = text.split('\n').map((line) => line.split(/\s+/).filter(Boolean));
  const lineOf = new Map(lines.flatMap((words, line) => words.map((word) => [word, line] as const)));
  const words = [...lineOf.keys()];
  return {
    has: (word: string): boolean => lineOf.has(word.toLowerCase()),
    /** Whether a word may be the beginning of one that is still being typed. */
    hasBeginning: (word: string): boolean => words.some((known) => known.startsWith(word.toLowerCase())),
    /**
     * The words that were most likely meant, those in most threads first; the first letter is seldom wrong. Of a word that the archive
     * has: those in far more threads.
     */
    near(word: string): string[] {
      const lower = word.toLowerCase();
      const line = lineOf.get(lower);
      const others = line === undefined ? words : lines.slice(0, Math.max(0, line - farMore + 1)).flat();
      const alike = others.filter(
        (known) => known.charAt(0) === lower.charAt(0) && Math.abs(known.length - lower.length) <= 2,
      );
      return line === undefined ? allNearest(lower, alike) : allNearest(lower, alike, 1);
    },
  };
}
