import { withoutDiacritics } from './plain-word.ts';

/** A word of a query. */
export type QueryTerm = {
  /** As the index has words: in lower case, without punctuation and diacritics; not yet stemmed. */
  plain: string;
  /** The same with its diacritics. */
  typed: string;
};

export type TermQuery = {
  terms: QueryTerm[];
  /** In quotation marks: the words in a row. */
  isPhrase: boolean;
};

/** Languages whose words are not parted by spaces. */
const unspaced = new Set(['zh', 'ja', 'th']);

const punctuation = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;

/**
 * Takes a query apart as Pagefind does, so that its words are those of the index.
 * @param language of the index
 * @param kept characters that are no punctuation there
 */
export function readTerms(query: string, language: string, kept: ReadonlySet<string>): TermQuery {
  const isPhrase = /^\s*".+"\s*$/s.test(query);
  const typed = partWords(query, language)
    .map((word) => word.replace(punctuation, (character) => (kept.has(character) ? character : '')))
    .join(unspaced.has(language) ? ' ' : '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => withoutDiacritics(word) !== '');
  return { isPhrase, terms: typed.map((word) => ({ plain: withoutDiacritics(word), typed: word })) };
}

function partWords(text: string, language: string): string[] {
  if (!unspaced.has(language)) return [text];
  return Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text), ({ segment }) => segment);
}
