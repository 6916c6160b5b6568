import type { Diagnostic } from '../../core/diagnostic.ts';
import type { LoadedThread } from '../load-thread.ts';
import { reporter } from './reporter.ts';

const report = reporter('duplicate-cycle');

/** Following duplicateOf must end at a thread that is no duplicate. */
export function duplicateCycles(threads: readonly LoadedThread[]): Diagnostic[] {
  const next = new Map(
    threads.flatMap(({ slug, duplicateOf }) => (duplicateOf ? [[slug as string, duplicateOf]] : [])),
  );
  return [...next].flatMap(([slug, { file, place, original }]) => {
    const seen = [slug];
    for (let at: string = original; next.has(at) && at !== slug; at = next.get(at)?.original ?? slug) {
      if (seen.includes(at)) return [];
      seen.push(at);
    }
    const last = next.get(seen.at(-1) ?? slug)?.original;
    return last === slug && seen.length > 1
      ? [
          report(
            file,
            `duplicates lead in a circle: ${[...seen, slug].join(' → ')}`,
            'let one of them be the original',
            place,
          ),
        ]
      : [];
  });
}
