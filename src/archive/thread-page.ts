import type { ThreadSlug } from '../core/ids.ts';
import type { LoadedThread } from './load-thread.ts';

/** A thread as the store keeps it: JSON, made where the thread was loaded, so that workers hand over plain text. */
export type ThreadPage = { slug: ThreadSlug; page: string; summary: string };

/** A loaded thread in two parts: what the whole archive needs of it, and its texts. */
export type FactsAndPage = { facts: Omit<LoadedThread, 'thread'>; page?: ThreadPage };

export function factsAndPage({ thread, ...facts }: LoadedThread): FactsAndPage {
  if (!thread || !facts.summary) return { facts };
  return { facts, page: { slug: thread.slug, page: JSON.stringify(thread), summary: JSON.stringify(facts.summary) } };
}
