import type { Postings } from './chunk.ts';
import type { FoundRows } from './find-rows.ts';
import type { MatchedWord } from './match-words.ts';

/** Places of a word on one page, in order: those of a list from one position to another. */
export type Places = { list: ArrayLike<number>; begin: number; end: number };

/**
 * Whether a page has the terms of a query as far from each other as the query, which is next to each other unless it has others between
 * them, in its text or in one field of its metadata. Only words that are a term's own count, not longer ones that begin with it.
 * @param index position of the page in what was found
 * @param offsets places of the terms in the query
 */
export function isInARow(
  matched: readonly MatchedWord[],
  found: FoundRows,
  index: number,
  offsets: readonly number[],
): boolean {
  const steps = offsets.map((offset) => offset - (offsets[0] ?? 0));
  return (['text', 'metadata'] as const).some((where) =>
    isRow(wholePlaces(matched, found, index, offsets.length, where), steps),
  );
}

/** The places of each term on a page, in its text, or in all fields of its metadata. */
export function wholePlaces(
  matched: readonly MatchedWord[],
  found: FoundRows,
  index: number,
  terms: number,
  where: keyof typeof placesIn,
): (Places | undefined)[] {
  const placesOf = placesIn[where];
  const places = new Array<Places | undefined>(terms).fill(undefined);
  for (let match = found.begins[index] ?? 0; match < (found.begins[index + 1] ?? 0); match++) {
    const word = matched[found.words[match] ?? 0];
    if (!word?.isWhole) continue;
    const own = placesOf(word.postings, found.postings[match] ?? 0);
    if (own) places[word.term] = both(places[word.term], own);
  }
  return places;
}

function placesInText({ begins, places }: Postings, posting: number): Places | undefined {
  const begin = begins[posting] ?? 0;
  const end = begins[posting + 1] ?? 0;
  return begin < end ? { list: places, begin, end } : undefined;
}

/** Of a term in two forms, with and without diacritics, all places. */
function both(a: Places | undefined, b: Places): Places {
  if (!a) return b;
  const list = [a, b].flatMap(({ list, begin, end }) => Array.from(list).slice(begin, end)).sort((x, y) => x - y);
  return { list, begin: 0, end: list.length };
}

/** As if the fields stood one behind the other, far apart. */
function placesInFields({ fieldBegins, fieldPlaces, fields }: Postings, posting: number): Places | undefined {
  const begin = fieldBegins[posting] ?? 0;
  const end = fieldBegins[posting + 1] ?? 0;
  if (begin === end) return undefined;
  const list = Array.from(
    { length: end - begin },
    (_, index) => (fields[begin + index] ?? 0) * 2 ** 32 + (fieldPlaces[begin + index] ?? 0),
  );
  return { list: list.length > 1 ? list.sort((a, b) => a - b) : list, begin: 0, end: list.length };
}

const placesIn = { text: placesInText, metadata: placesInFields };

/** Whether there is a place of the first from which each of the others has one that is its step away. */
function isRow(places: readonly (Places | undefined)[], steps: readonly number[]): boolean {
  const [first, ...others] = places;
  if (!first || others.includes(undefined)) return false;
  const next = others.map((other) => other?.begin ?? 0);
  begin: for (let at = first.begin; at < first.end; at++) {
    const place = first.list[at] ?? 0;
    for (let behind = 0; behind < others.length; behind++) {
      const other = others[behind];
      if (!other) return false;
      const wanted = place + (steps[behind + 1] ?? 0);
      let position = next[behind] ?? 0;
      while (position < other.end && (other.list[position] ?? 0) < wanted) position++;
      next[behind] = position;
      if (position === other.end) return false;
      if (other.list[position] !== wanted) continue begin;
    }
    return true;
  }
  return false;
}
