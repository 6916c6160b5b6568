import type { Diagnostic } from '../../core/diagnostic.ts';
import type { LoadedThread } from '../load-thread.ts';
import { reporter } from './rule.ts';

const report = reporter('alias-conflict');

/** Every old address leads to one thread, and none hides a thread that is there. */
export function aliasConflicts(threads: readonly LoadedThread[]): Diagnostic[] {
  const slugs = new Set<string>(threads.map(({ slug }) => slug));
  const owners = new Map<string, string>();
  return threads.flatMap(({ slug, aliases }) =>
    aliases.flatMap(({ alias, file, place }) => {
      const owner = owners.get(alias);
      owners.set(alias, slug);
      const hidden = alias.replace(/^questions\//, '').replace(/\/$/, '');
      if (slugs.has(hidden))
        return [report(file, `the alias ${alias} is the address of the thread ${hidden}`, 'remove the alias', place)];
      if (owner !== undefined)
        return [report(file, `the alias ${alias} is already an alias of ${owner}`, 'keep it in one of the two', place)];
      return [];
    }),
  );
}
