import type { ThreadSlug } from './ids.ts';
import type { TermVector } from './term-vector.ts';
import { createVectorIndex } from './vector-index.ts';

/** Threads with less likeness have little in common but the language and the site. */
const leastLikeness = 0.15;

/**
 * Finds for each thread those most like it, by the measure that finds questions like a new one.
 * @param count how many to name at most
 * @returns the slugs for each thread, nearest first; threads without any are left out
 */
export function relate(
  threads: readonly { slug: ThreadSlug; terms: TermVector }[],
  count: number,
): Map<ThreadSlug, ThreadSlug[]> {
  const index = createVectorIndex(threads.map(({ terms }) => terms));
  const related = new Map<ThreadSlug, ThreadSlug[]>();
  threads.forEach(({ slug }, place) => {
    const slugs = index.nearestTo(place, count, leastLikeness).flatMap((near) => threads[near.place]?.slug ?? []);
    if (slugs.length > 0) related.set(slug, slugs);
  });
  return related;
}
