import { aliasPath } from '../../core/urls.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { LoadedThread } from '../load-thread.ts';
import { reporter } from './reporter.ts';

const report = reporter('alias-conflict');

/** Folders at the root of the site that hold other pages. */
const taken = /^(?:tags|authors|search|assets|pagefind)(?:\/|$)|^questions\/(?:top|active|unanswered|page)(?:\/|$)/;

/** Files at the root of the site; a redirect is a folder, and cannot lie below one. */
const files = /^[^/]*\.(?:html|js|css|svg|png|ico|webmanifest)\//;

/**
 * Every old address leads to one thread, and none hides a page that is there. Addresses that differ in case, or in a slash at the end,
 * are the same one: many servers and file systems take them for it.
 */
export function aliasConflicts(threads: readonly LoadedThread[]): Diagnostic[] {
  const slugs = new Set<string>(threads.map(({ slug }) => slug));
  const owners = new Map<string, string>();
  return threads.flatMap(({ slug, aliases }) =>
    aliases.flatMap(({ alias, file, place }) => {
      const path = aliasPath(alias).toLowerCase();
      const owner = owners.get(path);
      owners.set(path, owner ?? slug);
      const [, thread = '', below] = /^questions\/([^/]+)(?:\/([^/]+))?/.exec(path) ?? [];
      if (slugs.has(thread) && (below === undefined || below === 'images')) {
        const what = thread === slug ? 'this thread itself' : `the thread ${thread}`;
        return [report(file, `the alias ${alias} is an address of ${what}`, 'remove the alias', place)];
      }
      if (taken.test(path)) {
        const what = `the alias ${alias} is where the site has other pages`;
        return [report(file, what, 'remove the alias', place)];
      }
      if (files.test(path)) {
        const what = `the alias ${alias} lies below ${path.replace(/\/.*/, '')}, where the site may have a file`;
        return [report(file, what, 'remove the alias', place)];
      }
      if (owner === undefined) return [];
      return owner === slug
        ? [report(file, `the alias ${alias} is there twice`, 'remove one of the two', place)]
        : [report(file, `the alias ${alias} is already an alias of ${owner}`, 'keep it in one of the two', place)];
    }),
  );
}
