import { excerptParts, type ExcerptPart } from './excerpt-parts.ts';
import { decodeRecord, questionAnchor, type PostRecord, type QuestionRecord } from './search-record.ts';
import { densest } from './text-index/densest.ts';
import { fragmentWords, type Fragment } from './text-index/fragment.ts';
import type { FoundPlace } from './text-index/matched-places.ts';
import type { TextStretch } from './text-stretch.ts';

/** A post that has what was searched for. */
export type PostHit = { url: string; isAnswer: boolean; record: PostRecord; excerpt: ExcerptPart[] };

/** A thread that was found, and the posts in it that were. */
export type ThreadHit = {
  url: string;
  title: string;
  tags: string[];
  lang: string;
  question: QuestionRecord;
  /** Best first; the opening of the question if only the title or the tags were found. */
  posts: PostHit[];
};

export type HitOptions = {
  lang: string;
  /** Path of the site. */
  base: string;
  /** What was searched for, to be marked. */
  query: string;
  /** The posts that were asked for, counted from the question, if any were: the others are not shown. */
  posts?: readonly number[];
  /** The stretches of the text in which it was asked for, in order, if not anywhere: what is found elsewhere is not shown. */
  within?: readonly TextStretch[];
};

/** Words of an excerpt; of those before the first that was found, and the most where the text ends soon behind it. */
const excerptLength = 30;
const wordsBefore = 4;
const mostBefore = 10;

/**
 * Makes a hit of what the index has of a thread.
 * @param everywhere the places in its text that were found, in order
 * @returns nothing if its address is not one of a site, `javascript:` and other hosts among them
 */
export function threadHit(
  fragment: Fragment,
  everywhere: readonly FoundPlace[],
  { lang, base, query, posts, within }: HitOptions,
): ThreadHit | undefined {
  const url = addressOf(fragment.url, base);
  if (url === undefined) return undefined;
  const { words, between } = fragmentWords(fragment);
  const places = within ? placesWithin(everywhere, within) : everywhere;
  const found = new Set(places.map(({ place }) => place));
  const excerpt = (begin: number, end: number, own: readonly FoundPlace[]) => {
    const first = own.length > 0 ? near(own, densest(own, begin, end, excerptLength), end) : begin;
    const stretch = words.slice(first, Math.min(end, first + excerptLength));
    return excerptParts(
      stretch.map((text, index) => ({ text, isFound: own.length > 0 && found.has(first + index) })),
      between,
      query,
    );
  };
  const { anchors } = fragment;
  const question = decodeRecord(anchors.find(({ id }) => id === questionAnchor)?.title);
  // A post without any text may have no anchor; then nobody can say which is which.
  const wanted = anchors.length === question.answerCount + 1 ? posts : undefined;
  const candidates = anchors
    .map((anchor, position) => {
      const end = anchors[position + 1]?.location ?? words.length;
      const own = places.filter(({ place }) => place >= anchor.location && place < end);
      return { anchor, position, end, own, score: own.reduce((sum, { score }) => sum + score, 0) };
    })
    .filter(({ own, position }) => (wanted ? wanted.includes(position) : own.length > 0))
    .sort((a, b) => b.score - a.score);
  // The words may be in another post than those that were asked for.
  const withWords = candidates.filter(({ own }) => own.length > 0);
  const stretches = withWords.length > 0 ? withWords : candidates;
  return {
    url,
    title: fragment.meta['title'] ?? '',
    tags: fragment.meta['tags']?.split(' ') ?? [],
    lang,
    question,
    posts:
      stretches.length > 0
        ? stretches.map(({ anchor, end, own }): PostHit => {
            const isAnswer = anchor.id !== questionAnchor;
            return {
              url: isAnswer ? `${url}#${encodeURIComponent(anchor.id)}` : url,
              isAnswer,
              record: decodeRecord(anchor.title),
              excerpt: excerpt(anchor.location, end, own),
            };
          })
        : [{ url, isAnswer: false, record: question, excerpt: excerpt(0, words.length, []) }],
  };
}

/** Both in order. */
function placesWithin(places: readonly FoundPlace[], stretches: readonly TextStretch[]): FoundPlace[] {
  let at = 0;
  return places.filter(({ place }) => {
    while ((stretches[at]?.end ?? Infinity) <= place) at++;
    return place >= (stretches[at]?.begin ?? Infinity);
  });
}

/**
 * Moves the beginning of an excerpt to what was found first in it, so that a phone shows that; where the text would end too soon, not
 * as far.
 */
function near(own: readonly FoundPlace[], first: number, end: number): number {
  const found = own.find(({ place }) => place >= first)?.place ?? first;
  return Math.max(first, found - mostBefore, Math.min(found - wordsBefore, end - excerptLength));
}

/** The path of an address in the index, which has no base, within the site. */
function addressOf(url: string, base: string): string | undefined {
  const here = 'https://here.invalid';
  try {
    const { origin, pathname } = new URL(url, here);
    // Two slashes at the beginning of a path are read as a host's.
    return origin === here ? base + pathname.replace(/^\/+/, '') : undefined;
  } catch {
    return undefined;
  }
}
