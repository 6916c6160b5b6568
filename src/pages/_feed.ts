import type { FeedEntry } from '../publish/feed-entry.ts';
import type { Site } from './_site.ts';

/** How many of the newest threads a feed has. */
export const feedSize = 30;

/** The newest threads of the archive, with the HTML of their questions. */
export function newestThreads({ archive }: Site): FeedEntry[] {
  return archive.listing('newest', 1, feedSize).threads.map((thread) => {
    const html = archive.thread(thread.slug)?.question.html;
    return { thread, ...(html === undefined ? {} : { html }) };
  });
}
