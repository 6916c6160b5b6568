import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { words } from './words.ts';

/** What is compared of a thread. A question that is about to be asked has no answers yet. */
export type Comparable = {
  title: string;
  tags: readonly string[];
  /** The text of the question, in Markdown. */
  question: string;
  /** The texts of its answers. */
  answers?: readonly string[];
  /** Its language, BCP 47; English if absent. */
  lang?: string;
};

/** How much a thread says of each of its terms. */
export type TermVector = {
  /** Hashes of the terms, ascending, none twice. Two of a million terms rarely share one; then they count as the same. */
  terms: Uint32Array;
  /** From 1 to 255, for each term. */
  weights: Uint8Array;
};

/**
 * How much a word counts by where it stands, and the number of words that is usual there: in longer texts a word counts less.
 * Found on half of the pairs of scripts/measure-similar.ts, tried on the other half.
 */
const title = { weight: 3, usual: 9 };
const question = { weight: 1, usual: 150 };
const answers = { weight: 0.7, usual: 500 };
const tagWeight = 3;
/** How much of the weight depends on the length (b of BM25), and how fast a repeated word counts less (its k1). */
const lengthShare = 0.75;
const saturation = 2;
/** The terms that count most are kept: a page of a log must not weigh on the memory. */
const mostTerms = 250;

/**
 * Weighs the words and tags of a thread as BM25F does: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and
 * Beyond (2009), section 3.6. English words are cut to their stems; what is written without spaces is taken in pairs of characters.
 */
export function termVector(thread: Comparable): TermVector {
  const terms = new Map<number, number>();
  const termOf = knownTerms(thread.lang ?? 'en');
  addWords(terms, thread.title, title, termOf);
  addWords(terms, plain(thread.question), question, termOf);
  addWords(terms, (thread.answers ?? []).map(plain).join('\n'), answers, termOf);
  for (const tag of thread.tags) add(terms, hash(`[${tag}]`), tagWeight);
  return packed(terms);
}

/** The number of a word's term; nothing for an everyday word. */
type TermOf = (word: string) => number | undefined;

/** Stemming takes microseconds, and an archive says the same words again and again: what is known is kept, up to this many words. */
const mostKnown = 50_000;
const known = new Map<ReadonlySet<string>, Map<string, number | undefined>>();

function knownTerms(lang: string): TermOf {
  const stops = stopWords(lang);
  const terms = known.get(stops) ?? new Map<string, number | undefined>();
  known.set(stops, terms);
  return (word) => {
    const before = terms.get(word);
    if (before !== undefined || terms.has(word)) return before;
    const term = stops.has(word) ? undefined : hash(stem(word));
    if (terms.size >= mostKnown) terms.clear();
    terms.set(word, term);
    return term;
  };
}

/** Sorted as numbers, hash before weight, which is several times faster than sorting pairs: this is done for every thread of an archive. */
function packed(weights: ReadonlyMap<number, number>): TermVector {
  const pairs = Float64Array.from(
    weights,
    ([term, weight]) => term * 256 + Math.max(1, Math.round((255 * weight) / (weight + saturation))),
  );
  const kept = pairs.length > mostTerms ? heaviest(pairs) : pairs.sort();
  return {
    terms: Uint32Array.from(kept, (pair) => Math.floor(pair / 256)),
    weights: Uint8Array.from(kept, (pair) => pair % 256),
  };
}

/** The pairs of the highest weights, of the least of them those with the lowest hashes; in order. */
function heaviest(pairs: Float64Array): Float64Array {
  const counts = new Uint32Array(256);
  for (const pair of pairs) counts[pair % 256] = (counts[pair % 256] ?? 0) + 1;
  let least = 256;
  let room = mostTerms;
  while (least > 0 && room >= (counts[least - 1] ?? 0)) room -= counts[--least] ?? 0;
  return pairs.sort().filter((pair) => pair % 256 >= least || (pair % 256 === least - 1 && room-- > 0));
}

function addWords(
  terms: Map<number, number>,
  text: string,
  field: { weight: number; usual: number },
  termOf: TermOf,
): void {
  const found = words(text);
  const weight = field.weight / (1 - lengthShare + (lengthShare * found.length) / field.usual);
  for (const word of found) {
    if (word > '\u0e00' && unspaced.test(word)) for (const pair of pairs(word)) add(terms, hash(pair), weight);
    else {
      const term = termOf(word);
      if (term !== undefined) add(terms, term, weight);
    }
  }
}

function add(terms: Map<number, number>, term: number, weight: number): void {
  terms.set(term, (terms.get(term) ?? 0) + weight);
}

/** Text without the addresses of links and without HTML tags, whose words say nothing of the matter. */
function plain(markdown: string): string {
  return markdown.replace(/<\/?[a-z][^<>]*>/gi, ' ').replace(/https?:\/\/[^\s<>()]+/g, ' ');
}

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function pairs(word: string): string[] {
  const characters = Array.from(word);
  return characters.length < 2 ? characters : characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
