import type { Neighbours } from '../../core/thread.ts';

const mostRelated = 5;

/** Names each neighbour once, where it says most: as a duplicate before a citing thread, and that before a merely related one. */
export function eachOnce({ duplicateOf, duplicates, linked, related }: Neighbours): Neighbours {
  const named = new Set(duplicateOf && [duplicateOf.slug]);
  const unnamed = (threads: Neighbours['related']) =>
    threads.filter(({ slug }) => !named.has(slug) && Boolean(named.add(slug)));
  return {
    ...(duplicateOf && { duplicateOf }),
    duplicates: unnamed(duplicates),
    linked: unnamed(linked),
    related: unnamed(related).slice(0, mostRelated),
  };
}
