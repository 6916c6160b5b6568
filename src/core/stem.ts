import { stemmer } from 'stemmer';

/** An English word without its ending, by Porter's algorithm: `locking` and `locks` are `lock`. Other words come back as they are. */
export function stem(word: string): string {
  return /^[a-z]{3,30}$/.test(word) ? stemmer(word) : word;
}
