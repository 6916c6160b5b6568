import type { SearchSort, SearchState } from '../core/search-state.ts';
import type { PagefindAnswer, PagefindFragment } from './pagefind-worker.ts';
import { threadHit, type ThreadHit } from './thread-hit.ts';

/** A thread that was found; where a query asks for a kind of post, with the posts that meet it, counted from the question. */
export type FoundResult = PagefindAnswer['results'][number] & { posts?: number[] };

/** What one part of the index found, in order. */
export type ResultList = {
  language: string;
  results: FoundResult[];
  fragment: (id: string) => Promise<PagefindFragment>;
};

type Loader = () => Promise<ThreadHit | undefined>;

/**
 * Joins the lists of several parts into one order, and loads no more of them than is looked at. By relevance, the scores
 * are compared; sorted otherwise, the threads themselves, of which then only the first of each list are loaded.
 * @returns gives the next hits, as many as asked for
 */
export function mergeHits(
  lists: readonly ResultList[],
  { sort, query }: Pick<SearchState, 'sort' | 'query'>,
  base: string,
): (count: number) => Promise<ThreadHit[]> {
  const loaders = (list: ResultList) =>
    list.results.map(({ score, data, posts }) => ({
      score,
      load: async () => threadHit(await list.fragment(data), list.language, base, query, posts),
    }));
  if (lists.length <= 1 || sort === 'relevance') {
    const all = lists.flatMap(loaders);
    if (lists.length > 1) all.sort((a, b) => b.score - a.score);
    return oneByOne(all.map(({ load }) => load));
  }
  return byKey(
    lists.map((list) => loaders(list).map(({ load }) => load)),
    (a, b) =>
      sort === 'votes' ? b.question.votes - a.question.votes : compareText(dateFor(b, sort), dateFor(a, sort)),
  );
}

function oneByOne(loaders: readonly Loader[]): (count: number) => Promise<ThreadHit[]> {
  let position = 0;
  return async (count) => {
    const hits = await Promise.all(loaders.slice(position, position + count).map((load) => load()));
    position += count;
    return hits.filter((hit) => hit !== undefined);
  };
}

function byKey(
  queues: readonly Loader[][],
  compare: (a: ThreadHit, b: ThreadHit) => number,
): (count: number) => Promise<ThreadHit[]> {
  const heads = queues.map((queue) => ({ queue, position: 0, hit: queue[0]?.() }));
  return async (count) => {
    const hits: ThreadHit[] = [];
    while (hits.length < count) {
      const candidates = await Promise.all(
        heads
          .filter(({ position, queue }) => position < queue.length)
          .map(async (head) => ({ head, hit: await head.hit })),
      );
      const [best] = candidates.sort((a, b) => (!a.hit ? -1 : !b.hit ? 1 : compare(a.hit, b.hit)));
      if (!best) break;
      if (best.hit) hits.push(best.hit);
      best.head.hit = best.head.queue[++best.head.position]?.();
    }
    return hits;
  };
}

function dateFor({ question }: ThreadHit, sort: SearchSort): string {
  return (sort === 'active' ? question.active : question.date) ?? '';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
