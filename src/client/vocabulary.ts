import { nearest } from '../core/nearest.ts';
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

/** @param text lines of words, those in most threads first */
export function readVocabulary(text: string) {
  const words = text.split(/\s+/).filter(Boolean);
  return {
    /** Whether a word may be the beginning of one that is still being typed. */
    hasBeginning: (word: string): boolean => words.some((known) => known.startsWith(word.toLowerCase())),
    /** The word that was most likely meant; the first letter is seldom wrong. */
    near: (word: string): string | undefined => {
      const lower = word.toLowerCase();
      return nearest(
        lower,
        words.filter((known) => known.charAt(0) === lower.charAt(0) && Math.abs(known.length - lower.length) <= 2),
      );
    },
  };
}
