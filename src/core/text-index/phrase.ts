import { firstAtLeast } from './first-at-least.ts';
import type { FoundRows } from './find-rows.ts';
import { wholePlaces, type Places } from './in-a-row.ts';
import type { MatchedWord } from './match-words.ts';

/** A stretch of a page: the places of its first and of its last word. */
export type Run = { first: number; last: number };

/**
 * Opens the terms of a query in quotation marks: where a page has them next to each other, in their order. Parts of one word stand at
 * one place, and which of them is first nobody knows: "error correction" is in *error-correction* too.
 * @param terms how many there are
 */
export function openPhrase(matched: readonly MatchedWord[], found: FoundRows, terms: number) {
  const wordsOf = Array.from({ length: terms }, (_, term) =>
    matched.flatMap((one) => (one.isWhole && one.term === term ? [one.word] : [])),
  );
  /** Of each term, whether it can be a part of the word that the one before is in. */
  const maySharePlace = wordsOf.map((words, term) => !words.some((word) => wordsOf[term - 1]?.includes(word)));

  /** The last place of the row of terms that begins at a place, if there is one. */
  const lastOf = (first: number, others: readonly (Places | undefined)[]): number | undefined => {
    // Where the terms so far may end; of long words that repeat each other there are many ways to the same place.
    let lasts = new Set([first]);
    for (const [index, other] of others.entries()) {
      const next = new Set<number>();
      for (const last of lasts) {
        if (maySharePlace[index + 1] && other && has(other, last)) next.add(last);
        if (other && has(other, last + 1)) next.add(last + 1);
      }
      if (next.size === 0) return undefined;
      lasts = next;
    }
    return Math.min(...lasts);
  };

  const runs = (index: number, where: 'text' | 'metadata'): Run[] => {
    const [begins, ...others] = wholePlaces(matched, found, index, terms, where);
    if (!begins || others.includes(undefined)) return [];
    return Array.from({ length: begins.end - begins.begin }, (_, at) => begins.list[begins.begin + at] ?? 0).flatMap(
      (first) => {
        const last = lastOf(first, others);
        return last === undefined ? [] : [{ first, last }];
      },
    );
  };

  return {
    /** In the text of the page at a position in what was found. */
    inText: (index: number): Run[] => runs(index, 'text'),
    /** Whether it is in the title or the tags of that page. */
    isInMetadata: (index: number): boolean => runs(index, 'metadata').length > 0,
  };
}

function has({ list, begin, end }: Places, place: number): boolean {
  const at = firstAtLeast(list, place, begin, end);
  return at < end && list[at] === place;
}
