import type { ThreadSummary } from '../core/thread.ts';

/** A thread in a feed. */
export type FeedEntry = {
  thread: ThreadSummary;
  /** HTML of the question; where it is left out, the excerpt stands for it. */
  html?: string;
};

/** What a feed is about. The addresses are absolute. */
export type FeedHead = {
  title: string;
  description: string;
  /** Where the feed itself is. */
  self: string;
  /** The page that shows the same. */
  page: string;
  lang: string;
};
