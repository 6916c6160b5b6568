import type { FoundRows } from './find-rows.ts';
import type { MatchedWord } from './match-words.ts';

/**
 * Whether a page has the terms of a query next to each other, in their order, in its text or in one field of its metadata.
 * @param index position of the page in `found`
 * @param terms how many the query has
 */
export function isInARow(matched: readonly MatchedWord[], found: FoundRows, index: number, terms: number): boolean {
  const places = new Array<Set<number> | undefined>(terms).fill(undefined);
  for (let match = found.begins[index] ?? 0; match < (found.begins[index + 1] ?? 0); match++) {
    const { isWhole, term = 0, postings } = matched[found.words[match] ?? 0] ?? {};
    const posting = found.postings[match] ?? 0;
    if (!isWhole || !postings) continue;
    const own = (places[term] ??= new Set());
    const { begins, fieldBegins } = postings;
    for (let at = begins[posting] ?? 0; at < (begins[posting + 1] ?? 0); at++) own.add(postings.places[at] ?? 0);
    for (let at = fieldBegins[posting] ?? 0; at < (fieldBegins[posting + 1] ?? 0); at++)
      own.add(placeInField(postings.fields[at] ?? 0, postings.fieldPlaces[at] ?? 0));
  }
  const [first, ...others] = places;
  if (!first) return false;
  for (const place of first) if (others.every((own, behind) => own?.has(place + behind + 1))) return true;
  return false;
}

/** Behind every place in a text, and no place in one field beside one in another. */
function placeInField(field: number, place: number): number {
  return 2 ** 33 * (field + 1) + place;
}
