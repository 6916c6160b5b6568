import { excerptParts, type ExcerptPart } from '../core/excerpt-parts.ts';
import { decodeRecord, questionAnchor, type PostRecord, type QuestionRecord } from '../core/search-record.ts';
import type { PagefindFragment, PagefindStretch } from './pagefind-messages.ts';

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

/** How much of a post is shown if it was not found by its words. */
const openingWords = 30;

/**
 * Reads a hit out of Pagefind's fragment.
 * @param base path of the site: a hit that leads anywhere else is none
 * @param query what was searched for
 * @param wanted the posts that were asked for, counted from the question, if any were: the others are not shown
 */
export function threadHit(
  fragment: PagefindFragment,
  lang: string,
  base: string,
  query = '',
  wanted?: readonly number[],
): ThreadHit | undefined {
  const url = pathWithin(fragment.url, base);
  if (url === undefined) return undefined;
  const question = decodeRecord(fragment.anchors.find(({ id }) => id === questionAnchor)?.title);
  // A post without any text may have no anchor; then nobody can say which is which.
  const posts = fragment.anchors.length === question.answerCount + 1 ? wanted : undefined;
  const found = fragment.sub_results
    .toSorted((a, b) => weight(b) - weight(a))
    .filter(({ anchor }) => !posts || posts.some((position) => fragment.anchors[position]?.id === anchor?.id))
    .map((stretch) => postHit(stretch, url, query));
  const opening: PostHit = { url, isAnswer: false, record: question, excerpt: excerptParts(fragment.excerpt, query) };
  return {
    url,
    title: fragment.meta['title'] ?? '',
    tags: fragment.meta['tags']?.split(' ') ?? [],
    lang,
    question,
    posts: found.length > 0 ? found : posts ? openings(fragment, url, posts) : [opening],
  };
}

/** The first words of posts. */
function openings({ anchors, content }: PagefindFragment, threadUrl: string, wanted: readonly number[]): PostHit[] {
  const words = content.split(/[\r\n\s]+/);
  return wanted.flatMap((position) => {
    const anchor = anchors[position];
    if (!anchor) return [];
    const end = Math.min(anchor.location + openingWords, anchors[position + 1]?.location ?? Infinity);
    return postHit({ anchor, excerpt: escaped(words.slice(anchor.location, end).join(' ')) }, threadUrl, '');
  });
}

/** As Pagefind escapes excerpts. */
function escaped(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function postHit(
  { anchor, excerpt }: Pick<PagefindStretch, 'anchor' | 'excerpt'>,
  threadUrl: string,
  query: string,
): PostHit {
  const isAnswer = anchor !== undefined && anchor.id !== questionAnchor;
  return {
    url: isAnswer ? `${threadUrl}#${encodeURIComponent(anchor.id)}` : threadUrl,
    isAnswer,
    record: decodeRecord(anchor?.title),
    excerpt: excerptParts(excerpt, query),
  };
}

function weight({ weighted_locations }: PagefindStretch): number {
  return weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}

/** The path of an address that lies within the site; nothing for any other, `javascript:` and other hosts among them. */
function pathWithin(url: string, base: string): string | undefined {
  const here = 'https://here.invalid';
  const { origin, pathname } = URL.parse(url, here) ?? {};
  return origin === here && pathname?.startsWith(base) ? pathname : undefined;
}
