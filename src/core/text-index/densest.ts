import type { FoundPlace } from './matched-places.ts';

/**
 * The stretch of a text in which most was found: of several, the one in the middle of the first that follow each other.
 * @param places in order, none before `begin` and none from `end` on
 * @param length how many words the stretch has, if there are so many
 * @returns position of its first word
 */
export function densest(places: readonly FoundPlace[], begin: number, end: number, length: number): number {
  let [most, first, last] = [-1, begin, begin];
  let [from, to, sum] = [0, 0, 0];
  const highest = Math.max(begin, end - length);
  for (let start = begin; start <= highest; start++) {
    for (; (places[to]?.place ?? Infinity) < start + length; to++) sum += places[to]?.score ?? 0;
    for (; (places[from]?.place ?? Infinity) < start; from++) sum -= places[from]?.score ?? 0;
    if (sum > most + 1e-9) [most, first, last] = [sum, start, start];
    else if (Math.abs(sum - most) <= 1e-9 && last === start - 1) last = start;
  }
  return Math.floor((first + last + 1) / 2);
}
