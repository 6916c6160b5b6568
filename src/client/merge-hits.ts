import type { FoundThread } from '../core/text-index/found-threads.ts';
import type { HitOptions, ThreadHit } from '../core/thread-hit.ts';

/**
 * A thread that was found; where a query asks for a kind of post or for code, with the posts that meet it, counted from the question, and
 * the stretches of its text that are code.
 */
export type FoundResult = FoundThread & Pick<HitOptions, 'posts'> & { within?: () => HitOptions['within'] };

/** What one part of the index found, the highest score first: how relevant it is, or what it is sorted by. */
export type ResultList = {
  language: string;
  results: readonly FoundResult[];
  hit: (found: FoundThread, options: HitOptions) => Promise<ThreadHit | undefined>;
};

/**
 * Joins the lists of several parts into one order, and loads no more of them than is looked at.
 * @param query what to mark
 * @returns gives the next hits, as many as asked for
 */
export function mergeHits(
  lists: readonly ResultList[],
  query: string,
  base: string,
): (count: number) => Promise<ThreadHit[]> {
  const heads = lists.map((list) => ({ list, position: 0 }));
  const next = (): (() => Promise<ThreadHit | undefined>) | undefined => {
    let best: (typeof heads)[number] | undefined;
    const scoreOf = ({ list, position }: (typeof heads)[number]) => list.results[position]?.score;
    for (const head of heads) {
      const score = scoreOf(head);
      if (score !== undefined && (!best || score > (scoreOf(best) ?? -Infinity))) best = head;
    }
    const { language, results, hit } = best?.list ?? {};
    const found = best && results?.[best.position++];
    if (!found || !hit || language === undefined) return undefined;
    const { posts } = found;
    const within = found.within?.();
    const options = { lang: language, base, query, ...(posts ? { posts } : {}), ...(within ? { within } : {}) };
    return () => hit(found, options);
  };
  return async (count) => {
    const begins = heads.map(({ position }) => position);
    const loading: Promise<ThreadHit | undefined>[] = [];
    for (let load = next(); load; load = loading.length < count ? next() : undefined) loading.push(load());
    try {
      return (await Promise.all(loading)).filter((hit) => hit !== undefined);
    } catch (error) {
      // Who asks again gets those that did not come.
      heads.forEach((head, index) => (head.position = begins[index] ?? 0));
      throw error;
    }
  };
}
