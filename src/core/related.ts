import type { ThreadSlug } from './ids.ts';
import type { ThreadSummary } from './thread.ts';
import { words } from './words.ts';

/** A word that more than this share of the threads have says nothing about likeness. */
const commonShare = 0.2;
/** Lists longer than this are not walked: their words are common, and walking them makes the whole quadratic. */
const longestList = 500;
const tagWeight = 1.5;
const excerptWeight = 0.4;

/**
 * Finds for each thread those most like it, by the rarity (inverse document frequency) of the tags and words they share.
 * @param count how many to name at most
 * @returns the slugs for each thread, nearest first; threads without any are left out
 */
export function relate(threads: readonly ThreadSummary[], count: number): Map<ThreadSlug, ThreadSlug[]> {
  const terms = threads.map(termsOf);
  const postings = new Map<string, number[]>();
  terms.forEach((weights, index) => {
    for (const term of weights.keys()) {
      const list = postings.get(term);
      if (list) list.push(index);
      else postings.set(term, [index]);
    }
  });
  const limit = Math.min(longestList, Math.max(10, threads.length * commonShare));
  const rarity = (list: readonly number[]) => Math.log(1 + threads.length / list.length);
  const scores = new Float64Array(threads.length);
  const related = new Map<ThreadSlug, ThreadSlug[]>();
  threads.forEach((thread, index) => {
    const touched: number[] = [];
    for (const [term, weight] of terms[index] ?? []) {
      const list = postings.get(term) ?? [];
      if (list.length < 2 || list.length > limit) continue;
      const gain = weight * rarity(list) ** 2;
      for (const other of list) {
        if (other === index) continue;
        if (scores[other] === 0) touched.push(other);
        scores[other] = (scores[other] ?? 0) + gain * (terms[other]?.get(term) ?? 0);
      }
    }
    const nearest = touched
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .flatMap((other) => threads[other]?.slug ?? [])
      .slice(0, count);
    for (const other of touched) scores[other] = 0;
    if (nearest.length > 0) related.set(thread.slug, nearest);
  });
  return related;
}

function termsOf(thread: ThreadSummary): Map<string, number> {
  const weights = new Map<string, number>();
  for (const word of words(thread.excerpt)) weights.set(word, excerptWeight);
  for (const word of words(thread.title)) weights.set(word, 1);
  for (const tag of thread.tags) weights.set(`[${tag}]`, tagWeight);
  return weights;
}
