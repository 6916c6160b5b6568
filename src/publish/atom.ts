import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import type { Byline } from '../core/thread.ts';
import type { Urls } from '../core/urls.ts';
import { absoluteHtml } from './absolute-html.ts';
import { dateTime } from './date-time.ts';
import type { FeedEntry, FeedHead } from './feed-entry.ts';
import { xmlDocument } from './xml.ts';

/**
 * An Atom feed (RFC 4287). An entry must have a date there, so threads without any are left out; the feed itself is as new as its
 * newest entry, and an empty one as old as time is counted.
 */
export function atom(head: FeedHead, entries: readonly FeedEntry[], urls: Urls): string {
  const dated = entries.flatMap(({ thread, html }) => {
    const updated = thread.active ?? thread.date;
    return updated === undefined ? [] : [{ thread, html, updated: dateTime(updated) }];
  });
  const newest = dated.reduce((latest, { updated }) => (updated > latest ? updated : latest), '1970-01-01T00:00:00Z');
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': head.lang }, [
    x('title', head.title),
    x('subtitle', head.description),
    x('id', head.self),
    x('link', { rel: 'self', type: 'application/atom+xml', href: head.self }),
    x('link', { rel: 'alternate', type: 'text/html', href: head.page }),
    x('updated', newest),
    x('generator', 'Responsa'),
    ...dated.map(({ thread, html, updated }): ElementContent => {
      const page = urls.absolute(urls.thread(thread.slug));
      return x('entry', thread.lang === head.lang ? {} : { 'xml:lang': thread.lang }, [
        x('title', thread.title),
        x('id', page),
        x('link', { rel: 'alternate', type: 'text/html', href: page }),
        ...(thread.date === undefined ? [] : [x('published', dateTime(thread.date))]),
        x('updated', updated),
        author(thread.author, urls),
        ...thread.tags.map((tag) => x('category', { term: tag })),
        x('summary', thread.excerpt),
        ...(html === undefined ? [] : [x('content', { type: 'html' }, absoluteHtml(html, page))]),
      ]);
    }),
  ]);
  return xmlDocument(feed);
}

function author({ name, handle, url }: Byline, urls: Urls): ElementContent {
  const page = handle === undefined ? url : urls.absolute(urls.author(handle));
  return x('author', [x('name', name), ...(page === undefined ? [] : [x('uri', page)])]);
}
