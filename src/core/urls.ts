import type { AnswerId, AuthorHandle, TagName, ThreadSlug } from './ids.ts';

/** The listings of all threads. */
export type ListingOrder = 'newest' | 'top' | 'active' | 'unanswered';

/** Every address of the site, made in one place. Paths begin with the base and are percent-encoded. */
export type Urls = ReturnType<typeof createUrls>;

/**
 * @param site origin of the published site, without a slash at the end
 * @param base path that the site is served under, with a slash at both ends
 */
export function createUrls(site: string, base: string) {
  const path = (rest: string) => base + rest;
  return {
    base,
    home: () => path(''),
    /** Page 1 of a listing has no number. */
    questions: (order: ListingOrder = 'newest', page = 1) =>
      path(`questions/${order === 'newest' ? '' : `${order}/`}${pagePart(page)}`),
    thread: (slug: ThreadSlug) => path(`questions/${slug}/`),
    answer: (slug: ThreadSlug, id: AnswerId) => path(`questions/${slug}/#${id}`),
    threadMarkdown: (slug: ThreadSlug) => path(`questions/${slug}.md`),
    threadJson: (slug: ThreadSlug) => path(`questions/${slug}.json`),
    picture: (slug: ThreadSlug, name: string) =>
      path(`questions/${slug}/images/${name.split('/').map(encodeURIComponent).join('/')}`),
    tags: () => path('tags/'),
    tag: (tag: TagName, page = 1) => path(`tags/${encodeURIComponent(tagFolder(tag))}/${pagePart(page)}`),
    tagFeed: (tag: TagName) => path(`tags/${encodeURIComponent(tagFolder(tag))}/feed.xml`),
    authors: (page = 1) => path(`authors/${pagePart(page)}`),
    author: (handle: AuthorHandle, page = 1) => path(`authors/${handle}/${pagePart(page)}`),
    /** Where the draft of a question is shown. */
    ask: () => path('ask/'),
    search: (query?: string) => path(query ? `search/?q=${encodeURIComponent(query)}` : 'search/'),
    /** A page that curators wrote, by its path below `content/pages` without the ending. */
    page: (name: string) => path(`${name}/`),
    /** A file at the root of the site, such as `feed.xml`. */
    file: (name: string) => path(name),
    /** The same address with the origin of the published site. */
    absolute: (url: string) => site + url,
  };
}

/**
 * The folder of a tag on disk and in its URL. Letters, digits, hyphens and inner dots stay; `#`, `+` and a dot at either
 * end, which servers and file systems treat specially, are spelled out behind `_`, which no tag contains:
 * So is the dot of `index.html` and `feed.xml`, which are files of the folder above. `c#` is `c_sharp`, `c++` is `c_plus_plus`, `.net` is `dot_net`.
 */
export function tagFolder(tag: TagName): string {
  return tag
    .replace(/^\./, 'dot_')
    .replace(/\.(html|xml)$/, '_dot_$1')
    .replace(/\.$/, '_dot')
    .replaceAll('#', '_sharp')
    .replaceAll('+', '_plus');
}

/** The path of an alias below the root of the site, without a slash at the end: a lone word is an old slug. */
export function aliasPath(alias: string): string {
  const path = alias.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return path.includes('/') ? path : `questions/${path}`;
}

/** The part of a URL for a page of a listing. */
function pagePart(page: number): string {
  return page === 1 ? '' : `page/${page}/`;
}
