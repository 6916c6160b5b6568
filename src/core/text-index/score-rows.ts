import type { FoundRows } from './find-rows.ts';
import type { MatchedWord } from './match-words.ts';
import { matchedPlaces, type VisitPlace } from './matched-places.ts';

/** What of an index ranking needs. */
export type Ranked = {
  /** How many words each page has, and all of them on average. */
  lengths: ArrayLike<number>;
  averageLength: number;
  /** How much each field of metadata says. */
  fieldWeights: readonly number[];
};

/** As Pagefind sets them: how soon a word more on a page says nothing more, and how much the length of a page counts. */
const saturation = 1.4;
const lengthWeight = 0.75;
/** What a word as any weighs. */
const unit = 24;

/**
 * How well each page fits a query, by Pagefind's formula: BM25 over the words of the text, each by how near it is to what was typed,
 * and for what is found in metadata the rarity of the words, by the square of how much of the query is there.
 */
export function scoreRows(
  matched: readonly MatchedWord[],
  found: FoundRows,
  { lengths, averageLength, fieldWeights }: Ranked,
): Float64Array {
  const rarities = found.counts.map((count) => rarity(lengths.length, count));
  const wholeRarity = rarities.reduce((sum, one) => sum + one, 0);
  const wordIds = numbered(matched.map(({ word }) => word));
  /** Of each word, by its number: what the page at hand has of it, and the first match that is of it. */
  const weights = new Float64Array(matched.length);
  const firsts = new Int32Array(matched.length).fill(-1);
  const seen: number[] = [];

  const visitPlaces = matchedPlaces(matched, found);
  const addPlace: VisitPlace = (_, words, weight) => {
    for (const match of words) {
      const id = wordIds[match] ?? 0;
      weights[id] = (weights[id] ?? 0) + weight;
    }
  };

  return Float64Array.from(found.rows, (row, index) => {
    const [begin, end] = [found.begins[index] ?? 0, found.begins[index + 1] ?? 0];
    for (let at = begin; at < end; at++) {
      const match = found.words[at] ?? 0;
      const id = wordIds[match] ?? 0;
      if (firsts[id] !== -1) continue;
      firsts[id] = match;
      seen.push(id);
    }
    visitPlaces(index, addPlace);

    let score = 0;
    const length = 1 - lengthWeight + lengthWeight * ((lengths[row] ?? 0) / averageLength);
    for (const id of seen) {
      const word = matched[firsts[id] ?? 0];
      const frequency = ((weights[id] ?? 0) / unit) * (word?.nearness ?? 0);
      if (word && frequency > 0)
        score +=
          (rarities[word.term] ?? 0) *
          (((saturation + 1) * frequency) / (saturation * length + frequency)) *
          word.bonus;
      weights[id] = 0;
      firsts[id] = -1;
    }
    seen.length = 0;
    return score + fieldScore(begin, end);
  });

  function fieldScore(begin: number, end: number): number {
    const rarityOf = new Map<number, number>();
    for (let at = begin; at < end; at++) {
      const word = matched[found.words[at] ?? 0];
      const posting = found.postings[at] ?? 0;
      if (!word) continue;
      const { fieldBegins, fields } = word.postings;
      const last = fieldBegins[posting + 1] ?? 0;
      for (let one = fieldBegins[posting] ?? 0; one < last; one++)
        rarityOf.set(
          (fields[one] ?? 0) * matched.length + (wordIds[found.words[at] ?? 0] ?? 0),
          rarities[word.term] ?? 0,
        );
    }
    if (rarityOf.size === 0) return 0;
    const sums = new Array<number>(fieldWeights.length).fill(0);
    for (const [key, rarity] of rarityOf) {
      const field = Math.floor(key / matched.length);
      sums[field] = (sums[field] ?? 0) + rarity;
    }
    return sums.reduce((sum, one, field) => sum + (fieldWeights[field] ?? 1) * one * (one / wholeRarity) ** 2, 0);
  }
}

function rarity(pages: number, count: number): number {
  return Math.log((pages - count + 0.5) / (count + 0.5) + 1);
}

/** Gives each text a number, equal ones the same. */
function numbered(texts: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return texts.map((text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}
