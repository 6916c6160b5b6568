import { stemmer } from 'stemmer';

/** Stemming takes microseconds, and an archive says the same words again and again: what is known is kept, up to this many words. */
const mostKnown = 50_000;
const known = new Map<string, string>();

/** An English word without its ending, by Porter's algorithm: `locking` and `locks` are `lock`. Other words come back as they are. */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (!/^[a-z]{3,30}$/.test(word)) return word;
  if (known.size >= mostKnown) known.clear();
  const stemmed = stemmer(word);
  known.set(word, stemmed);
  return stemmed;
}
