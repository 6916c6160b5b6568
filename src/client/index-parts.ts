import { indexLanguage, indexPart } from '../core/index-name.ts';
import type { Query } from '../core/query/query.ts';
import type { SearchPlan } from '../core/query/plan.ts';
import type { SearchState } from '../core/search-state.ts';
import type { FactsFiles } from './facts.ts';
import type { IndexPart } from './index-part.ts';
import { openJoinedPart, type JoinedPart } from './joined-search.ts';
import type { ResultList } from './merge-hits.ts';
import type { IndexEntry } from './open-index.ts';
import { withoutCommon, type AskedPart } from './ranked-search.ts';

/** A search with its query read. */
export type Asked = {
  state: SearchState;
  query: Query;
  plan: SearchPlan;
  /** The words, if it looks for nothing else, in the order of how well they fit: then the index answers by itself. */
  words?: string;
};

/** What one part of the index found. */
export type Found = ResultList & { part: AskedPart; joined: JoinedPart };

/** Told what the first part of a large index found, and whether the others wait. @returns whether they are to be asked */
export type OnFirst<Lists> = (found: Lists, othersWait: boolean) => Promise<boolean>;

/** Parts beside the first that are asked at the same time as it. */
const mostAtOnce = 2;

export type IndexParts = ReturnType<typeof indexParts>;

/**
 * The parts of an index, each opened when it is asked first.
 * @param openPart opens one by its name
 */
export function indexParts(
  { names, common }: Pick<IndexEntry, 'names' | 'common'>,
  facts: FactsFiles,
  openPart: (name: string) => IndexPart,
) {
  const opened = new Map<string, { part: IndexPart; joined: JoinedPart }>();
  const open = (name: string) => {
    const known = opened.get(name);
    if (known) return known;
    const part = openPart(name);
    const both = { part, joined: openJoinedPart(name, part, facts, common) };
    opened.set(name, both);
    return both;
  };

  const ask = async (name: string, { state, query, plan, words }: Asked): Promise<Found> => {
    const { part, joined } = open(name);
    const results = await (words === undefined
      ? joined.search(query, plan, state, today())
      : part.find(withoutCommon(words, common)));
    return { language: indexLanguage(name), hit: part.hit, part, joined, results };
  };

  return {
    /** Opens those that are asked first. */
    warm: (): void => {
      for (const name of names) if (indexPart(name) === 0) open(name).part.warm();
    },
    /**
     * Asks all parts. What the first need is loaded before the others begin.
     * @param onFirst is told what the first found if there are others. Where they wait for it, as they do if they are many or not open
     * yet, it says whether they are to be asked at all.
     */
    ask: async (asked: Asked, onFirst?: OnFirst<Found[]>): Promise<Found[]> => {
      const { lang } = asked.state;
      const chosen = names.filter((name) => lang === undefined || indexLanguage(name) === lang);
      const askThose = (some: readonly string[]) => Promise.all(some.map((name) => ask(name, asked)));
      const first = askThose(chosen.filter((name) => indexPart(name) === 0));
      const others = chosen.filter((name) => indexPart(name) > 0);
      if (others.length === 0) return first;
      if (others.length > mostAtOnce || !others.every((name) => opened.has(name))) {
        const goesOn = (await onFirst?.(await first, true)) ?? true;
        return goesOn ? [...(await first), ...(await askThose(others))] : first;
      }
      const rest = askThose(others);
      // Its failure is heard below.
      rest.catch(() => undefined);
      void onFirst?.(await first, false);
      return [...(await first), ...(await rest)];
    },
    close: (): void => {
      for (const { part } of opened.values()) part.close();
    },
  };
}

/** Days since 1970-01-01, where the reader is. */
function today(): number {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);
}
