import type { ThreadSlug } from './ids.ts';
import type { ThreadSummary } from './thread.ts';
import { words } from './words.ts';

/** A term that more than this share of the threads have says nothing about likeness. */
const commonShare = 0.2;
/** Terms of more threads than this are not walked: they are common, and walking them makes the whole quadratic. */
const longestList = 400;
/** The rarest terms of a thread decide; walking the others hardly changes the order. */
const termsWalked = 24;

const tagWeight = 1.5;
const titleWeight = 1;
const excerptWeight = 0.4;

/** The threads that have a term, and its weight in each. */
type Postings = { threads: number[]; weights: number[] };

/**
 * Finds for each thread those most like it, by the rarity (inverse document frequency) of the tags and words they share.
 * @param count how many to name at most
 * @returns the slugs for each thread, nearest first; threads without any are left out
 */
export function relate(threads: readonly ThreadSummary[], count: number): Map<ThreadSlug, ThreadSlug[]> {
  const index = new Map<string, Postings>();
  const termsOf = threads.map((thread, number) => {
    const terms: { postings: Postings; weight: number }[] = [];
    for (const [term, weight] of weightedTerms(thread)) {
      let postings = index.get(term);
      if (!postings) index.set(term, (postings = { threads: [], weights: [] }));
      postings.threads.push(number);
      postings.weights.push(weight);
      terms.push({ postings, weight });
    }
    return terms;
  });

  const longest = Math.min(longestList, Math.max(10, threads.length * commonShare));
  const scores = new Float64Array(threads.length);
  const related = new Map<ThreadSlug, ThreadSlug[]>();
  threads.forEach(({ slug }, number) => {
    const walked = (termsOf[number] ?? [])
      .filter(({ postings }) => postings.threads.length > 1 && postings.threads.length <= longest)
      .sort((a, b) => a.postings.threads.length - b.postings.threads.length)
      .slice(0, termsWalked);
    for (const { postings, weight } of walked) {
      const gain = weight * Math.log(1 + threads.length / postings.threads.length) ** 2;
      addScores(scores, postings, gain);
    }
    scores[number] = 0;
    const nearest = takeBest(scores, walked, count);
    if (nearest.length > 0)
      related.set(
        slug,
        nearest.flatMap((other) => threads[other]?.slug ?? []),
      );
  });
  return related;
}

function addScores(scores: Float64Array, { threads, weights }: Postings, gain: number): void {
  for (let i = 0; i < threads.length; i++) {
    const thread = threads[i] ?? 0;
    scores[thread] = (scores[thread] ?? 0) + gain * (weights[i] ?? 0);
  }
}

/** The threads with the highest scores among those walked, and every score set back to 0. */
function takeBest(scores: Float64Array, walked: readonly { postings: Postings }[], count: number): number[] {
  const best: { thread: number; score: number }[] = [];
  for (const { postings } of walked) {
    for (const thread of postings.threads) {
      const score = scores[thread] ?? 0;
      if (score === 0) continue;
      scores[thread] = 0;
      const last = best.at(-1);
      if (best.length === count && last && !isBetter({ thread, score }, last)) continue;
      best.push({ thread, score });
      best.sort((a, b) => (isBetter(a, b) ? -1 : 1));
      best.length = Math.min(best.length, count);
    }
  }
  return best.map(({ thread }) => thread);
}

function isBetter(a: { thread: number; score: number }, b: { thread: number; score: number }): boolean {
  return a.score > b.score || (a.score === b.score && a.thread < b.thread);
}

function weightedTerms(thread: ThreadSummary): Map<string, number> {
  const weights = new Map<string, number>();
  for (const word of words(thread.excerpt)) weights.set(word, excerptWeight);
  for (const word of words(thread.title)) weights.set(word, titleWeight);
  for (const tag of thread.tags) weights.set(`[${tag}]`, tagWeight);
  return weights;
}
