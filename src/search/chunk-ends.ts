/** Of a chunk before it is compressed, to about a third: larger ones hold words that nobody asked for, smaller ones weigh in the list of them. */
const [least, most] = [14_000, 26_000];
const mostWords = 65_535;

/**
 * Where to cut a row of words. Between the least and the most, where neighbours have fewest letters in common: who types the beginning
 * of a word finds those in one chunk.
 * @param words with their places in the file
 * @returns behind which words to cut, the last among them
 */
export function chunkEnds(words: readonly { word: string; begin: number; end: number }[]): number[] {
  const ends: number[] = [];
  let first = 0;
  while (first < words.length) {
    const from = words[first]?.begin ?? 0;
    let best = first + 1;
    let alike = Infinity;
    for (let end = first + 1; end <= Math.min(words.length, first + mostWords); end++) {
      const size = (words[end - 1]?.end ?? 0) - from;
      if (size > most && end > first + 1) break;
      const shared = end === words.length ? 0 : sharedLetters(words[end - 1]?.word ?? '', words[end]?.word ?? '');
      if (size >= least ? shared < alike : alike === Infinity) {
        best = end;
        if (size >= least) alike = shared;
      }
    }
    ends.push(best);
    first = best;
  }
  return ends;
}

function sharedLetters(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a.charAt(count) === b.charAt(count)) count++;
  return count;
}
