import { firstAtLeast } from './first-at-least.ts';
import type { FoundRows } from './find-rows.ts';
import type { MatchedWord } from './match-words.ts';
import { openPhrase } from './phrase.ts';
import type { TextStretch } from '../text-stretch.ts';

/**
 * Where the pages that a query finds have it. Of the page at a position in `rows`, the places in its text are those from
 * `begins[position]` to `begins[position + 1]`, in order; of a phrase, where it begins.
 */
export type TermPlaces = {
  begins: Uint32Array;
  places: Uint32Array;
  /** Of a phrase, its last word at each place. */
  lasts?: Uint32Array;
  /** Of each page 1 if it has it in its title or its tags. */
  inMetadata: Uint8Array;
};

export type FoundPlaces = {
  /** In order. */
  rows: Uint32Array;
  /** Of each term of the query; of a phrase, as if it were one. */
  terms: TermPlaces[];
};

/** @param terms how many there are */
export function placesOfTerms(matched: readonly MatchedWord[], found: FoundRows, terms: number): FoundPlaces {
  const places = Array.from({ length: terms }, (_, term) =>
    placesOf(found, (index) => {
      const own: number[] = [];
      let inMetadata = false;
      for (let match = found.begins[index] ?? 0; match < (found.begins[index + 1] ?? 0); match++) {
        const word = matched[found.words[match] ?? 0];
        if (word?.term !== term) continue;
        const posting = found.postings[match] ?? 0;
        const { begins, places, fieldBegins } = word.postings;
        for (let at = begins[posting] ?? 0; at < (begins[posting + 1] ?? 0); at++) own.push(places[at] ?? 0);
        inMetadata ||= (fieldBegins[posting] ?? 0) < (fieldBegins[posting + 1] ?? 0);
      }
      return { places: own, inMetadata };
    }),
  );
  return { rows: found.rows, terms: places };
}

/** @param terms how many it has */
export function placesOfPhrase(matched: readonly MatchedWord[], found: FoundRows, terms: number): FoundPlaces {
  const phrase = openPhrase(matched, found, terms);
  const lasts: number[] = [];
  const places = placesOf(found, (index) => {
    const runs = phrase.inText(index);
    for (const { last } of runs) lasts.push(last);
    return { places: runs.map(({ first }) => first), inMetadata: phrase.isInMetadata(index) };
  });
  return { rows: found.rows, terms: [{ ...places, lasts: Uint32Array.from(lasts) }] };
}

function placesOf(found: FoundRows, of: (index: number) => { places: number[]; inMetadata: boolean }): TermPlaces {
  const begins = new Uint32Array(found.rows.length + 1);
  const inMetadata = new Uint8Array(found.rows.length);
  const all: number[] = [];
  for (let index = 0; index < found.rows.length; index++) {
    const own = of(index);
    for (const place of own.places.sort((a, b) => a - b)) all.push(place);
    inMetadata[index] = own.inMetadata ? 1 : 0;
    begins[index + 1] = all.length;
  }
  return { begins, places: Uint32Array.from(all), inMetadata };
}

/** A stretch of a page's text; with its title and its tags, if these belong to it. */
export type PageStretch = TextStretch & { hasMetadata: boolean };

/** @returns whether a stretch of the page of a row has all terms, or the phrase, whole */
export function stretchFinder({ rows, terms }: FoundPlaces): (row: number, stretch: PageStretch) => boolean {
  return (row, { begin, end, hasMetadata }) => {
    const index = firstAtLeast(rows, row);
    if (rows[index] !== row) return false;
    return terms.every(({ begins, places, lasts = places, inMetadata }) => {
      if (hasMetadata && inMetadata[index] === 1) return true;
      const last = begins[index + 1] ?? 0;
      const at = firstAtLeast(places, begin, begins[index] ?? 0, last);
      return at < last && (lasts[at] ?? 0) < end;
    });
  };
}
