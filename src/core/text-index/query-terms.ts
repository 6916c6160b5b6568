import { withoutDiacritics } from './plain-word.ts';

/** A word of a query. */
export type QueryTerm = {
  /** As the index has words: in lower case, without punctuation and diacritics; not yet stemmed. */
  plain: string;
  /** The same with its diacritics. */
  typed: string;
  /** What punctuation parts it into, if it does: `how-to.md` is three. */
  parts?: QueryTerm[];
  /** How many words before it are not looked for. */
  gap?: number;
};

export type TermQuery = {
  terms: QueryTerm[];
  /** In quotation marks: the words in a row. */
  isPhrase: boolean;
};

/** Stands for a word of a query that is not looked for, so that those beside it are as far apart as they were. */
export const leftOut = '\u0002';

/** Languages whose words are not parted by spaces. */
export const unspaced: ReadonlySet<string> = new Set(['zh', 'ja', 'th']);

/** What is no part of a word in the index. */
const punctuation = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}<=>|^`~]/gu;
/** Nobody sees these, and who pastes a text does not know of them: soft hyphens, breaks, marks of direction. */
const unseen = /[\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/**
 * Takes a query apart as Pagefind does, so that its words are those of the index.
 * @param language of the index
 * @param kept characters that are no punctuation there
 */
export function readTerms(query: string, language: string, kept: ReadonlySet<string>): TermQuery {
  const isPhrase = /^\s*".+"\s*$/s.test(query);
  // Mathematicians' minus is a sign of its own, which the index has none of.
  const pieces = partWords(query.replace(unseen, '').replaceAll('−', '-'), language).flatMap((piece) =>
    piece.split(/\s+/),
  );
  const terms: QueryTerm[] = [];
  let gap = 0;
  for (const piece of pieces) {
    if (piece === leftOut) gap++;
    for (const term of piece === leftOut ? [] : readTerm(piece, kept)) {
      terms.push(gap > 0 ? { ...term, gap } : term);
      gap = 0;
    }
  }
  return { isPhrase, terms };
}

/** None of what has nothing but punctuation. */
function readTerm(piece: string, kept: ReadonlySet<string>): QueryTerm[] {
  const spaced = piece.replace(punctuation, (character) => (kept.has(character) ? character : ' ')).toLowerCase();
  const parts = spaced.split(' ').flatMap((part) => plainTerm(part));
  const whole = plainTerm(spaced.replaceAll(' ', ''));
  return parts.length > 1 ? whole.map((term) => ({ ...term, parts })) : whole;
}

function plainTerm(typed: string): QueryTerm[] {
  const plain = withoutDiacritics(typed);
  return plain === '' ? [] : [{ plain, typed }];
}

function partWords(text: string, language: string): string[] {
  if (!unspaced.has(language)) return [text];
  return Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text), ({ segment }) => segment);
}
