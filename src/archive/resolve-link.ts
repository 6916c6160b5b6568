import { posix } from 'node:path';
import { answerId, authorHandle, tagName, threadSlug, type ThreadSlug } from '../core/ids.ts';
import { nearest } from '../core/nearest.ts';
import type { Urls } from '../core/urls.ts';

/** Where a link in a post leads on the site, or why it leads nowhere. */
export type ResolvedLink = { href: string; cites?: ThreadSlug; picture?: string } | { problem: string; fix?: string };

export type LinkContext = {
  /** The post's path below the content folder. */
  from: string;
  /** The thread that the post belongs to; empty for tags and authors. */
  slug: string;
  /** The ids of the thread's answers. */
  answers: readonly string[];
  urls: Urls;
  /** The names of all threads, to say which one may be meant. */
  threadNames: readonly string[];
  /** Names of the pictures of the thread; none for tags and authors. */
  pictures: { includes(name: string): boolean };
  /** Whether a file or folder of the content exists, by its path below the content folder. */
  exists: (path: string) => boolean;
};

/** Pages that are there whatever the content is. */
const sitePages = new Set(
  ' questions questions/top questions/active questions/unanswered tags authors search feed.xml feed.json'.split(' '),
);

/**
 * Turns a link between files of the content into a link between pages, so that one link works on the forge and on the site:
 * `../other/question.md`, `answers/use-a-lock.md`, `#use-a-lock`, `../../tags/python.md`, `/questions/other/`.
 */
export function resolveLink(href: string, context: LinkContext): ResolvedLink {
  const { from, slug, answers, pictures, urls, exists } = context;
  const [beforeHash = '', hash = ''] = splitOnce(href, '#');
  const [rawPath = '', query] = splitOnce(beforeHash, '?');
  if (rawPath === '' && hash === '') return { problem: 'has no address', fix: 'write [text](https://…)' };
  if (rawPath === '') {
    if (hash === 'question' || answers.includes(hash)) return { href: `#${hash}` };
    const meant = nearest(hash, answers);
    return {
      problem: `leads to #${hash}, which is neither a heading of this post nor an answer of this thread`,
      ...(meant ? { fix: `did you mean #${meant}?` } : {}),
    };
  }
  let decoded: string;
  try {
    decoded = decodeURIComponent(rawPath);
  } catch {
    return { problem: `has a broken percent sign in ${rawPath}`, fix: 'write %25 for a percent sign' };
  }
  const path = decoded.startsWith('/')
    ? contentPathOf(decoded)
    : posix.normalize(posix.join(posix.dirname(from), decoded)).replace(/\/$/, '');
  if (path.startsWith('..'))
    return {
      problem: `leads out of the content: ${rawPath}`,
      fix: 'link to a file of the content, or give the full https:// address',
    };

  const end = (query === undefined ? '' : `?${query}`) + (hash === '' ? '' : `#${hash}`);
  if (decoded.startsWith('/') && sitePages.has(decoded.replace(/^\/|\/$/g, ''))) {
    return { href: urls.file(decoded.slice(1)) + end };
  }
  const [kind, name = '', part, file] = path.split('/');
  if (kind === 'threads' && (part === undefined || part === 'question.md')) {
    const target = threadSlug.safeParse(name);
    if (target.success && exists(`threads/${name}/question.md`)) {
      return {
        href: urls.thread(target.data) + threadAnchor(name, hash, exists),
        ...(name === slug ? {} : { cites: target.data }),
      };
    }
    return {
      problem: `leads to the thread ${name}, which does not exist`,
      fix: meantThread(name, context.threadNames) ?? 'write ../<folder of the thread>/question.md',
    };
  }
  if (kind === 'threads' && part === 'answers' && file !== undefined) {
    const target = threadSlug.safeParse(name);
    const id = answerId.safeParse(file.replace(/\.md$/, ''));
    if (target.success && id.success && file.endsWith('.md') && exists(path)) {
      return {
        href: urls.answer(target.data, id.data) + (hash ? `_${hash}` : ''),
        ...(name === slug ? {} : { cites: target.data }),
      };
    }
    return {
      problem: `leads to the answer ${name}/${file}, which does not exist`,
      fix: 'write ../<folder of the thread>/answers/<id>.md',
    };
  }
  if (kind === 'threads' && part === 'images' && file !== undefined && name === slug && pictures.includes(file)) {
    const target = threadSlug.safeParse(name);
    if (target.success) return { href: urls.picture(target.data, file), picture: file };
  }
  if (kind === 'tags' && exists(path)) {
    const tag = tagName.safeParse(name.replace(/\.md$/, ''));
    if (tag.success) return { href: urls.tag(tag.data) };
  }
  if (kind === 'authors' && exists(path)) {
    const handle = authorHandle.safeParse(name.replace(/\.md$/, ''));
    if (handle.success) return { href: urls.author(handle.data) };
  }
  const page =
    kind === 'pages' ? path.slice('pages/'.length).replace(/\.mdx$/, '') : decoded.startsWith('/') ? path : '';
  if (page !== '' && exists(`pages/${page}.mdx`)) return { href: urls.page(page) + end };
  if (kind === 'tags' || kind === 'authors') {
    return {
      problem: `leads to ${path}, which does not exist`,
      fix: `add that file, or correct the name: links to ${kind} are links to their files`,
    };
  }
  return {
    problem: `leads to ${path || rawPath}, which does not exist`,
    fix: 'correct the path, or give the full https:// address',
  };
}

/** The file behind a path of the site: `/questions/other/` is `threads/other`. */
function contentPathOf(path: string): string {
  const clean = posix.normalize(path).replace(/^\/|\/$/g, '');
  return clean.replace(/^questions\//, 'threads/').replace(/^(tags|authors)\/([^/]+)$/, '$1/$2.md');
}

/** Of thousands of names only those that begin alike are looked at. */
function meantThread(name: string, names: readonly string[]): string | undefined {
  const meant = nearest(
    name,
    names.filter((one) => one[0] === name[0]),
  );
  return meant === undefined ? undefined : `did you mean ../${meant}/question.md?`;
}

/** An anchor on the page of a thread: an answer's own, or a heading of the question. */
function threadAnchor(slug: string, hash: string, exists: LinkContext['exists']): string {
  if (hash === '' || hash === 'question') return hash && '#question';
  return exists(`threads/${slug}/answers/${hash}.md`) ? `#${hash}` : `#question_${hash}`;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
