import type { Urls } from '../core/urls.ts';
import { absoluteHtml } from './absolute-html.ts';
import { dateTime } from './date-time.ts';
import type { FeedEntry, FeedHead } from './feed-entry.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org). Unlike Atom it also takes threads without a date. */
export function jsonFeed(head: FeedHead, entries: readonly FeedEntry[], urls: Urls): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    description: head.description,
    home_page_url: head.page,
    feed_url: head.self,
    language: head.lang,
    items: entries.map(({ thread, html }) => {
      const page = urls.absolute(urls.thread(thread.slug));
      const { name, handle, url } = thread.author;
      const authorPage = handle === undefined ? url : urls.absolute(urls.author(handle));
      return {
        id: page,
        url: page,
        title: thread.title,
        summary: thread.excerpt,
        ...(html === undefined ? { content_text: thread.excerpt } : { content_html: absoluteHtml(html, page) }),
        ...(thread.date === undefined ? {} : { date_published: dateTime(thread.date) }),
        ...(thread.active === undefined ? {} : { date_modified: dateTime(thread.active) }),
        authors: [{ name, ...(authorPage === undefined ? {} : { url: authorPage }) }],
        tags: thread.tags,
        language: thread.lang,
      };
    }),
  };
  return `${JSON.stringify(feed, undefined, 2)}\n`;
}
