import { packChunk, unpackChunk, type Postings } from '../../../../src/core/text-index/chunk.ts';
import { findRows, type FoundRows } from '../../../../src/core/text-index/find-rows.ts';
import type { MatchedWord } from '../../../../src/core/text-index/match-words.ts';

/** Where a word is on a page, in order: in its text, in its title. */
export type Where = { text?: number[]; title?: number[]; tags?: number[] };

/** A word with a weight in the text other than that of a word as any. */
export type Matching = Partial<Omit<MatchedWord, 'postings'>> & { pages: Record<number, Where>; weight?: number };

/** Fields of metadata, as `matchedWords` numbers them. */
export const fields = { tags: 0, title: 1 };

/** Words that terms of a query match: of the first term unless it is said, each whole. */
export function matchedWords(words: readonly Matching[]): MatchedWord[] {
  return words.map(({ pages, weight = 24, ...given }, index) => ({
    term: 0,
    word: `word${index}`,
    isWhole: true,
    nearness: 1,
    bonus: 1,
    ...given,
    postings: postingsOf(pages, weight),
  }));
}

/** What is found of them on so many pages. */
export function foundIn(matched: readonly MatchedWord[], pages: number): FoundRows {
  return findRows(matched, Math.max(0, ...matched.map(({ term }) => term + 1)), pages);
}

function postingsOf(pages: Record<number, Where>, weight: number): Postings {
  const postings = Object.entries(pages).map(([row, { text = [], title = [], tags = [] }]) => ({
    row: Number(row),
    places: text.length > 0 ? [-weight - 1, ...steps(text)] : [],
    fieldPlaces: [
      ...(tags.length > 0 ? [-fields.tags - 1, ...steps(tags)] : []),
      ...(title.length > 0 ? [-fields.title - 1, ...steps(title)] : []),
    ],
  }));
  const { words } = unpackChunk(packChunk({ words: [{ word: 'a', forms: [{ form: 'a', postings }] }], stems: [] }));
  const [form] = words[0]?.forms ?? [];
  if (!form) throw new Error('A chunk has lost its word.');
  return form.postings;
}

function steps(places: readonly number[]): number[] {
  return places.map((place, index) => place - (places[index - 1] ?? 0));
}
