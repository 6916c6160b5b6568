import { posix } from 'node:path';
import { resolveLink } from '../archive/resolve-link.ts';
import type { ThreadSlug } from '../core/ids.ts';
import type { RenderedThread } from '../core/thread.ts';
import type { Urls } from '../core/urls.ts';
import type { Resolve } from './portable-markdown.ts';

/** The ids of the answers of a thread of the archive, or nothing if there is no such thread. */
export type AnswersOf = (slug: string) => readonly string[] | undefined;

/** Resolves the relative addresses in the posts of a thread as loading did, to absolute URLs. */
export function contentLinks(thread: RenderedThread, path: string, answersOf: AnswersOf, urls: Urls): Resolve {
  const answers = thread.answers.map(({ id }) => id);
  const exists = (file: string) => {
    const [, slug = '', part = '', name = ''] = /^threads\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(file) ?? [];
    // What is neither a thread nor an answer was there when the archive was loaded, or the link was reported then.
    if (slug === '' || part === 'images') return true;
    const ids = slug === thread.slug ? answers : answersOf(slug);
    return ids !== undefined && (part !== 'answers' || ids.includes(name.replace(/\.md$/, '')));
  };
  return (address, kind) => {
    if (kind === 'picture') return picture(address, path, thread.slug, urls);
    const link = resolveLink(address, {
      from: path,
      slug: thread.slug,
      answers,
      // A link to a picture that is not there was reported when the archive was loaded.
      pictures: { includes: () => true },
      threadNames: [],
      urls,
      exists,
    });
    if ('problem' in link)
      return address.startsWith('#') ? urls.absolute(urls.thread(thread.slug)) + address : undefined;
    return link.href.startsWith('#') ? urls.absolute(urls.thread(thread.slug)) + link.href : urls.absolute(link.href);
  };
}

function picture(address: string, path: string, slug: ThreadSlug, urls: Urls): string | undefined {
  const folder = `threads/${slug}/images/`;
  try {
    const file = posix.join(posix.dirname(path), decodeURIComponent(address.replace(/[?#].*$/, '')));
    return file.startsWith(folder) ? urls.absolute(urls.picture(slug, file.slice(folder.length))) : undefined;
  } catch {
    return undefined;
  }
}
