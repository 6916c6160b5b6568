import { gzipSync } from 'node:zlib';
import { stopWords } from '../core/stop-words.ts';

/** Words that are kept: those in most threads. Together they are about 60 KB. */
const mostWords = 20_000;
/** Words that are counted at a time, so that memory does not grow with the archive. */
const mostCounted = 400_000;
/** Runs of which it is remembered what words they have. */
const mostRuns = 300_000;
/** A word is common if it is in one of so many threads. */
const manyThreads = 10;
const mostCommon = 100;
/** From so many threads on, a word that is in one of them alone is as likely a mistake as a word. */
const many = 200;

/** Not those of scripts that put no space between words, nor what is too short to tell from another word. */
const word = /(?<![\p{L}\p{N}_])\p{L}{1,24}(?![\p{L}\p{N}_])/gu;
const shortest = 4;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

export type Vocabulary = ReturnType<typeof createVocabulary>;

/** The words of an archive, by which a word that it does not have is known to be misspelt. */
export function createVocabulary() {
  const threadsWith = new Map<string, number>();
  const wordsOf = new Map<string, readonly string[]>();
  let threads = 0;
  const languages = new Set<string>();
  return {
    /** Takes in the words of a thread. */
    add(lang: string, runs: ReadonlySet<string>): void {
      threads++;
      languages.add(lang);
      const own = new Set<string>();
      for (const run of runs) {
        let words = wordsOf.get(run);
        if (!words) {
          words = run.match(word) ?? [];
          if (wordsOf.size >= mostRuns) wordsOf.clear();
          wordsOf.set(run, words);
        }
        for (const found of words) own.add(found);
      }
      for (const found of own) threadsWith.set(found, (threadsWith.get(found) ?? 0) + 1);
      if (threadsWith.size <= mostCounted) return;
      for (const [rare, count] of threadsWith) if (count === 1) threadsWith.delete(rare);
    },
    /** Words that say nothing by themselves and are in many threads, the most frequent first. */
    common(): string[] {
      const stops = [...languages].map(stopWords);
      return [...threadsWith]
        .filter(([found, count]) => count * manyThreads >= threads && stops.some((list) => list.has(found)))
        .sort(([, a], [, b]) => b - a)
        .slice(0, mostCommon)
        .map(([found]) => found);
    },
    /** Lines of words, each of words about as frequent, the most frequent first; compressed. */
    pack(): Uint8Array {
      const least = threads < many ? 1 : 2;
      const kept = [...threadsWith]
        .filter(([found, count]) => count >= least && found.length >= shortest && !unspaced.test(found))
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, mostWords);
      const lines = Map.groupBy(kept, ([, count]) => Math.floor(Math.log2(count)));
      return gzipSync(
        [...lines.values()]
          .map((line) =>
            line
              .map(([found]) => found)
              .sort()
              .join(' '),
          )
          .join('\n'),
        { level: 9 },
      );
    },
  };
}
