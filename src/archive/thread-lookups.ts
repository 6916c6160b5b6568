import { isDeepStrictEqual } from 'node:util';
import type { ThreadContext } from './thread-context.ts';

/** What loading a thread asked about the rest of the archive, with the answers it was given. */
export type Lookups = { [Name in LookupName]: Map<string, unknown> };

const names = ['exists', 'synonyms', 'authors'] as const;
type LookupName = (typeof names)[number];

/** A context that answers as the given one does and writes down what it is asked. */
export function recordLookups(context: ThreadContext): { context: ThreadContext; lookups: Lookups } {
  const lookups: Lookups = { exists: new Map(), synonyms: new Map(), authors: new Map() };
  const noted = <K extends string, V>(name: LookupName, answer: (key: K) => V) => {
    return (key: K): V => {
      const answered = answer(key);
      lookups[name].set(key, answered);
      return answered;
    };
  };
  return {
    context: {
      ...context,
      exists: noted('exists', context.exists),
      synonyms: { get: noted('synonyms', (tag) => context.synonyms.get(tag)) },
      authors: { get: noted('authors', (handle) => context.authors.get(handle)) },
    },
    lookups,
  };
}

/** Whether the archive would answer today what it answered then. */
export function sameAnswers(lookups: Lookups, context: ThreadContext): boolean {
  const today = recordLookups(context);
  return names.every((name) => {
    const ask = today.context[name];
    for (const key of lookups[name].keys()) {
      if (typeof ask === 'function') ask(key);
      else ask.get(key as never);
    }
    return isDeepStrictEqual(lookups[name], today.lookups[name]);
  });
}
