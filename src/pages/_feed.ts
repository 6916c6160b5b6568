import type { FeedEntry, FeedHead } from '../publish/feed-entry.ts';
import { site, type Site } from './_site.ts';

/** How many of the newest threads a feed has. */
export const feedSize = 30;

/** The feed of the whole archive, for the file of that name: its newest threads, with the HTML of their questions. */
export function archiveFeed(file: string): { head: FeedHead; entries: FeedEntry[]; urls: Site['urls'] } {
  const { config, urls, archive } = site();
  const { title, description, locale: lang } = config;
  const self = urls.absolute(urls.file(file));
  const page = urls.absolute(urls.home());
  const entries = archive.listing('newest', 1, feedSize).threads.map((thread): FeedEntry => {
    const html = archive.thread(thread.slug)?.question.html;
    return { thread, ...(html === undefined ? {} : { html }) };
  });
  return { head: { title, description, lang, self, page }, entries, urls };
}
