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

/** A word: how many threads have it, and the number of the last that does. */
type Counted = { threads: number; last: number };

export type Vocabulary = ReturnType<typeof createVocabulary>;

/** The words of an archive, by which a word that it does not have is known to be misspelt. */
export function createVocabulary() {
  const counted = new Map<string, Counted>();
  const countedIn = new Map<string, readonly Counted[]>();
  let threads = 0;
  const languages = new Set<string>();

  const learn = (run: string): readonly Counted[] => {
    const words = (run.match(word) ?? []).map((found) => {
      const known = counted.get(found) ?? { threads: 0, last: 0 };
      counted.set(found, known);
      return known;
    });
    if (countedIn.size >= mostRuns) countedIn.clear();
    countedIn.set(run, words);
    return words;
  };
  const forgetRare = () => {
    countedIn.clear();
    for (let rare = 1; counted.size > mostCounted / 2; rare++)
      for (const [found, { threads }] of counted) if (threads <= rare) counted.delete(found);
  };

  return {
    /** Takes in the words of a thread. */
    add(lang: string, runs: ReadonlySet<string>): void {
      threads++;
      languages.add(lang);
      for (const run of runs) {
        for (const one of countedIn.get(run) ?? learn(run)) {
          if (one.last === threads) continue;
          one.last = threads;
          one.threads++;
        }
      }
      if (counted.size > mostCounted) forgetRare();
    },
    /** Words that say nothing by themselves and are in many threads, the most frequent first. */
    common(): string[] {
      const stops = [...languages].map(stopWords);
      return [...counted]
        .filter(([found, own]) => own.threads * manyThreads >= threads && stops.some((list) => list.has(found)))
        .sort(([, a], [, b]) => b.threads - a.threads)
        .slice(0, mostCommon)
        .map(([found]) => found);
    },
    /** Lines of words, the most frequent first, each of words in half as many threads as the line before; compressed. */
    pack(): Uint8Array {
      const least = threads < many ? 1 : 2;
      const kept = [...counted]
        .filter(([found, own]) => own.threads >= least && found.length >= shortest && !unspaced.test(found))
        .sort(([a, x], [b, y]) => y.threads - x.threads || (a < b ? -1 : 1))
        .slice(0, mostWords);
      const lines = Map.groupBy(kept, ([, own]) => Math.floor(Math.log2(own.threads)));
      const text = Array.from({ length: Math.max(0, ...lines.keys()) + 1 }, (_, line) =>
        (lines.get(line) ?? [])
          .map(([found]) => found)
          .sort()
          .join(' '),
      );
      return gzipSync(text.reverse().join('\n').trimEnd(), { level: 9 });
    },
  };
}
