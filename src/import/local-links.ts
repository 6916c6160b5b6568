/** Where a post of the source is: in a thread and, unless it is the question, as which answer. */
export type PostPlace = { thread: string; answer: string | undefined };

/** Where a file of the archive is, as far as links need it. */
export type FilePlace = { slug: string; answer: string | undefined };

/**
 * The link from one post's file to another's, relative as it works on a forge: `../other/question.md`, `answers/456.md`,
 * `../../other/answers/456.md`.
 */
export function linkBetween(from: FilePlace, to: FilePlace): string {
  const file = to.answer === undefined ? 'question.md' : `answers/${to.answer}.md`;
  if (from.slug !== to.slug) return `${from.answer === undefined ? '../' : '../../'}${to.slug}/${file}`;
  if (from.answer === undefined) return file;
  return to.answer === undefined ? '../question.md' : `${to.answer}.md`;
}

/** How addresses found in the texts of one import are turned into links of the archive. */
export type LinkContext = {
  postOfUrl: (url: string, site: string) => string | undefined;
  placeOf: (externalId: string) => PostPlace | undefined;
  slugOf: (threadId: string) => string | undefined;
};

/**
 * The new address for one found in a post, or undefined if it stays: posts of the import become files of the archive, and
 * addresses without a host, which would lead nowhere here, are read against the page that the post stood on.
 */
export function localLink(
  url: string,
  from: FilePlace,
  source: { site: string; url?: string | undefined },
  context: LinkContext,
): { url: string; kind: 'thread-link' | 'absolute-link' } | undefined {
  const post = context.postOfUrl(url, source.site);
  const place = post === undefined ? undefined : context.placeOf(post);
  const slug = place && context.slugOf(place.thread);
  if (place && slug !== undefined) {
    return { url: linkBetween(from, { slug, answer: place.answer }), kind: 'thread-link' };
  }
  if (
    /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(url) ||
    url === '' ||
    source.url === undefined ||
    !URL.canParse(url, source.url)
  ) {
    return undefined;
  }
  return { url: new URL(url, source.url).href, kind: 'absolute-link' };
}
