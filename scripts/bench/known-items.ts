import type { RenderedThread } from '../../src/core/thread.ts';
import { textBlocks } from '../../src/search/text-blocks.ts';
import { randomNumbers } from './random-numbers.ts';

/** A query, and the one thread that it looks for. */
export type KnownItem = {
  kind: 'stretch' | 'left out' | 'misspelt' | 'duplicate';
  query: string;
  slug: string;
  /** The thread that the query was taken from, where that is not the one looked for. */
  asker?: string;
};

/** Queries of each kind, but for duplicates, of which there are as many as there are. */
const each = 120;

/** The same queries for the same threads at every call. */
export function knownItems(threads: readonly RenderedThread[]): KnownItem[] {
  const random = randomNumbers(4);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const make = (kind: KnownItem['kind'], query: (thread: RenderedThread) => string | undefined): KnownItem[] => {
    const items: KnownItem[] = [];
    for (let tries = 0; items.length < each && tries < 20 * each; tries++) {
      const thread = pick(threads);
      const text = thread && query(thread);
      if (thread && text !== undefined && !items.some((item) => item.query === text))
        items.push({ kind, query: text, slug: thread.slug });
    }
    return items;
  };
  const frequency = stretchFrequency(threads);
  const known = new Set<string>(threads.map(({ slug }) => slug));

  return [
    ...make('stretch', ({ answers }) =>
      pick(answers.flatMap(({ html }) => stretches(html)).filter((stretch) => frequency.get(stretch) === 1)),
    ),
    ...make('left out', ({ title }) => {
      const words = title.split(' ');
      const left = pick([...words.keys()]);
      return words.length < 4 ? undefined : words.filter((_, index) => index !== left).join(' ');
    }),
    ...make('misspelt', ({ title }) => {
      const word = pick(title.split(' ').filter((word) => /^[a-z]{5,}$/i.test(word)));
      return word && title.replace(word, misspelt(word, random));
    }),
    ...threads.flatMap(({ slug, title, duplicateOf }): KnownItem[] =>
      duplicateOf !== undefined && known.has(duplicateOf)
        ? [{ kind: 'duplicate', query: title, slug: duplicateOf, asker: slug }]
        : [],
    ),
  ];
}

/** Three words in a row that are not among the shortest. */
function stretches(html: string): string[] {
  return textBlocks(html).flatMap((block) => {
    const words = block.split(' ');
    return words.flatMap((_, index) => {
      const three = words.slice(index, index + 3);
      return three.length === 3 && three.every((word) => /^[a-z]{4,}$/i.test(word))
        ? [three.join(' ').toLowerCase()]
        : [];
    });
  });
}

/** In how many threads each stretch stands. */
function stretchFrequency(threads: readonly RenderedThread[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { question, answers } of threads) {
    for (const stretch of new Set([question, ...answers].flatMap(({ html }) => stretches(html))))
      frequency.set(stretch, (frequency.get(stretch) ?? 0) + 1);
  }
  return frequency;
}

/** A word with two letters swapped, or one left out, doubled or mistaken; its first letter stays. */
function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const other = String.fromCharCode(97 + Math.floor(random() * 26));
  const ways = [
    before + after.charAt(0) + letter + after.slice(1),
    before + after,
    before + letter + letter + after,
    before + other + after,
  ];
  return ways.filter((way) => way !== word)[Math.floor(random() * 3)] ?? before + after;
}
