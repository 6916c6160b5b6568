import type { FoundPlaces } from '../core/text-index/found-places.ts';
import type { FoundColumns } from '../core/text-index/open-text-index.ts';
import type { HitOptions, ThreadHit } from '../core/thread-hit.ts';
import type { SearchFailure } from './search-error.ts';

/** What a page asks the worker of a part of the index. */
export type IndexRequests = {
  /** Which part: said first, and once. */
  open: {
    asked: { folder: string; hash: string; language: string; characters: readonly string[] };
    answer: true;
  };
  search: { asked: { words: string }; answer: FoundColumns };
  places: { asked: { words: string }; answer: FoundPlaces };
  count: { asked: { words: string }; answer: number };
  order: { asked: Record<never, never>; answer: { threads: number; check: number } };
  /** A thread, with the words marked by which it was found, in any of several searches; nothing, if its address leads anywhere else. */
  hit: { asked: { row: number; by: readonly string[] } & HitOptions; answer: ThreadHit | undefined };
};

export type IndexMethod = keyof IndexRequests;

/** A question, with a number by which its answer is known. */
export type IndexCall = {
  [Method in IndexMethod]: { id: number; method: Method; asked: IndexRequests[Method]['asked'] };
}[IndexMethod];

/** An error says why, where that is known. */
export type IndexReply = { id: number; answer: unknown } | { id: number; error: string; why?: SearchFailure };
