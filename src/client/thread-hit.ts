import { excerptParts, type ExcerptPart } from '../core/excerpt-parts.ts';
import { decodeRecord, questionAnchor, type PostRecord, type QuestionRecord } from '../core/search-record.ts';
import type { PagefindFragment, PagefindStretch } from './pagefind-worker.ts';

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

/**
 * Reads a hit out of Pagefind's fragment.
 * @param base path of the site: a hit that leads anywhere else is none
 * @param query what was searched for
 */
export function threadHit(fragment: PagefindFragment, lang: string, base: string, query = ''): ThreadHit | undefined {
  const url = pathWithin(fragment.url, base);
  if (url === undefined) return undefined;
  const found = fragment.sub_results
    .toSorted((a, b) => weight(b) - weight(a))
    .map((stretch) => postHit(stretch, url, query));
  const question = decodeRecord(fragment.anchors.find(({ id }) => id === questionAnchor)?.title);
  const opening: PostHit = { url, isAnswer: false, record: question, excerpt: excerptParts(fragment.excerpt, query) };
  return {
    url,
    title: fragment.meta['title'] ?? '',
    tags: fragment.filters['tag'] ?? [],
    lang,
    question,
    posts: found.length > 0 ? found : [opening],
  };
}

function postHit({ anchor, excerpt }: PagefindStretch, threadUrl: string, query: string): PostHit {
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
