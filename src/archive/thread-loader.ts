import { join } from 'node:path';
import { hasErrors } from '../core/diagnostic.ts';
import { openKeptThreads } from './kept-threads.ts';
import { loadThread } from './load-thread.ts';
import { readThread } from './read-thread.ts';
import type { ThreadContext } from './thread-context.ts';
import { threadFingerprint } from './thread-fingerprint.ts';
import { recordLookups, sameAnswers } from './thread-lookups.ts';
import { factsAndPage, type FactsAndPage } from './thread-page.ts';

/**
 * Loads threads one after another. A thread without errors is kept, and when neither its folder nor what it asked of the
 * archive has changed it is not parsed and rendered again.
 * @param keptIn the file that threads are kept in; nothing is kept if it is absent. It must be another one for another configuration and program
 */
export function threadLoader(context: ThreadContext, keptIn: string | undefined) {
  const kept = keptIn === undefined ? undefined : openKeptThreads(keptIn);
  return {
    load(name: string): FactsAndPage {
      if (!kept) return factsAndPage(loadThread(name, context));
      const files = readThread(name, context.contentDir, context.contentName);
      const fingerprint = threadFingerprint(files, join(context.contentDir, 'threads', name));
      if (!fingerprint) return factsAndPage(loadThread(name, context, files));
      const known = kept.get(name, fingerprint);
      if (known && sameAnswers(known.lookups, context)) return known.loaded;
      const recorded = recordLookups(context);
      const loaded = factsAndPage(loadThread(name, recorded.context, files));
      if (loaded.page && !hasErrors(loaded.facts.diagnostics))
        kept.put(name, fingerprint, { loaded, lookups: recorded.lookups });
      return loaded;
    },
    /** To be called now and then: what is kept is written down. */
    flush: () => kept?.flush(),
    close: () => kept?.close(),
  };
}
