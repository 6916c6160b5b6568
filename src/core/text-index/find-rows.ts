import type { MatchedWord } from './match-words.ts';

export type FoundRows = {
  /** The pages that have every term, in order. */
  rows: Uint32Array;
  /** How many pages have each term. */
  counts: number[];
  /** What each of these pages matches: of the one at a position, from `begins[position]` to `begins[position + 1]`. */
  begins: Uint32Array;
  words: Uint32Array;
  postings: Uint32Array;
};

/**
 * Finds the pages that have every term. One that is nowhere in the index is not left out, as Pagefind does: then there is no such page.
 * @param matched in the order of their terms
 * @param terms how many there are
 * @param pages how many the index has
 */
export function findRows(matched: readonly MatchedWord[], terms: number, pages: number): FoundRows {
  const counts = new Array<number>(terms).fill(0);
  /** How many of the terms so far each page has, if it has had all of them. */
  const met = new Uint16Array(pages);
  const lastTerm = new Int32Array(pages).fill(-1);
  for (let term = 0; term < terms; term++) {
    const own = matched.filter((word) => word.term === term);
    for (const { postings } of own) {
      for (const row of postings.rows) {
        if (lastTerm[row] === term) continue;
        lastTerm[row] = term;
        counts[term] = (counts[term] ?? 0) + 1;
        if (met[row] === term) met[row] = term + 1;
      }
    }
  }
  if (counts.length === 0 || counts.includes(0))
    return {
      rows: new Uint32Array(),
      counts,
      begins: new Uint32Array(1),
      words: new Uint32Array(),
      postings: new Uint32Array(),
    };
  return { counts, ...matchesOf(matched, (row) => met[row] === terms, pages) };
}

/** Gathers what each page that is wanted matches. */
function matchesOf(matched: readonly MatchedWord[], isWanted: (row: number) => boolean, pages: number) {
  const sizes = new Uint32Array(pages);
  for (const { postings } of matched) for (const row of postings.rows) sizes[row] = (sizes[row] ?? 0) + 1;
  const rows: number[] = [];
  const ends: number[] = [0];
  /** Where the matches of a page go next. */
  const next = sizes;
  let total = 0;
  for (let row = 0; row < pages; row++) {
    const size = sizes[row] ?? 0;
    if (size === 0 || !isWanted(row)) continue;
    next[row] = total;
    total += size;
    rows.push(row);
    ends.push(total);
  }
  const words = new Uint32Array(total);
  const postings = new Uint32Array(total);
  matched.forEach((word, index) => {
    const own = word.postings.rows;
    for (let posting = 0; posting < own.length; posting++) {
      const row = own[posting] ?? 0;
      if (!isWanted(row)) continue;
      const at = next[row] ?? 0;
      words[at] = index;
      postings[at] = posting;
      next[row] = at + 1;
    }
  });
  return { rows: Uint32Array.from(rows), begins: Uint32Array.from(ends), words, postings };
}
