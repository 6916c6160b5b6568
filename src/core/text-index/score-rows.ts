import type { FoundRows } from './find-rows.ts';
import { isInARow } from './in-a-row.ts';
import type { MatchedWord } from './match-words.ts';
import { wordWeights } from './word-weights.ts';

/** What of an index ranking needs. */
export type Ranked = {
  /** How many words each page has, and all of them on average. */
  lengths: ArrayLike<number>;
  averageLength: number;
  /** How much each field of metadata says. */
  fieldWeights: readonly number[];
  /** Which of them have the title. */
  titles: readonly number[];
};

/** Where words were found. In a row: in the order of the query, and next to each other, but for words that it has between them. */
export const foundIn = { text: 1, title: 2, row: 4 } as const;

/** As Pagefind sets them: how soon a word more on a page says nothing more, and how much the length of a page counts. */
const saturation = 1.4;
const lengthWeight = 0.75;
/** What a word as any weighs. */
const unit = 24;

/**
 * How well each page fits a query, by Pagefind's formula: BM25 over the words of the text, each by how near it is to what was typed,
 * and for what is found in metadata the rarity of the words, by the square of how much of the query is there.
 * @param offsets places of the terms in the query
 * @returns of each page its score, and bits of `foundIn`
 */
export function scoreRows(
  matched: readonly MatchedWord[],
  found: FoundRows,
  { lengths, averageLength, fieldWeights, titles }: Ranked,
  offsets: readonly number[] = [...found.counts.keys()],
): { scores: Float64Array; places: Uint8Array } {
  const terms = found.counts.length;
  const rarities = found.counts.map((count) => rarity(lengths.length, count));
  const wholeRarity = rarities.reduce((sum, one) => sum + one, 0);
  const wordIds = numbered(matched.map(({ word }) => word));
  /** Of each word, by its number: what the page at hand has of it, and the first match that is of it. */
  const weights = new Float64Array(matched.length);
  const firsts = new Int32Array(matched.length).fill(-1);
  const seen: number[] = [];
  /** Of each term in each field, how rare it is, if the page at hand has it there, in however many words. */
  const inFields = new Float64Array(terms * fieldWeights.length);
  const seenInFields: number[] = [];

  const addWeights = wordWeights(matched, found);
  const add = (match: number, weight: number) => {
    const id = wordIds[match] ?? 0;
    weights[id] = (weights[id] ?? 0) + weight;
  };

  /** Notes which words the page at hand has, and in which fields. */
  const note = (begin: number, end: number): number => {
    let bits = 0;
    for (let at = begin; at < end; at++) {
      const match = found.words[at] ?? 0;
      const word = matched[match];
      const id = wordIds[match] ?? 0;
      if (firsts[id] === -1) {
        firsts[id] = match;
        seen.push(id);
      }
      if (!word) continue;
      const { begins, fieldBegins, fields } = word.postings;
      const posting = found.postings[at] ?? 0;
      if ((begins[posting] ?? 0) < (begins[posting + 1] ?? 0)) bits |= foundIn.text;
      const last = fieldBegins[posting + 1] ?? 0;
      for (let one = fieldBegins[posting] ?? 0; one < last; one++) {
        const field = fields[one] ?? 0;
        if (titles.includes(field)) bits |= foundIn.title;
        const key = field * terms + word.term;
        if (inFields[key] === 0) seenInFields.push(key);
        inFields[key] = rarities[word.term] ?? 0;
      }
    }
    return bits;
  };

  const textScore = (row: number): number => {
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
    return score;
  };

  const sums = new Float64Array(fieldWeights.length);
  const fieldScore = (): number => {
    for (const key of seenInFields) {
      const field = Math.floor(key / terms);
      sums[field] = (sums[field] ?? 0) + (inFields[key] ?? 0);
      inFields[key] = 0;
    }
    let score = 0;
    for (let field = 0; field < sums.length; field++) {
      const sum = sums[field] ?? 0;
      score += (fieldWeights[field] ?? 1) * sum * (sum / wholeRarity) ** 2;
      sums[field] = 0;
    }
    seenInFields.length = 0;
    return score;
  };

  const scores = new Float64Array(found.rows.length);
  const places = new Uint8Array(found.rows.length);
  for (let index = 0; index < found.rows.length; index++) {
    const bits = note(found.begins[index] ?? 0, found.begins[index + 1] ?? 0);
    places[index] = bits | (terms > 1 && isInARow(matched, found, index, offsets) ? foundIn.row : 0);
    addWeights(index, add);
    scores[index] = textScore(found.rows[index] ?? 0) + (seenInFields.length > 0 ? fieldScore() : 0);
  }
  return { scores, places };
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
