import type { Columns } from './columns.ts';

/**
 * What the search knows of every thread beside its words, in files of which a query loads only those it asks for. Each row is a
 * thread, in one order for all files; each row of posts a post: the question of a thread, then its answers, thread after thread.
 */
export type Facts = {
  /**
   * Numbers of the thread and of its question. Dates: 0 if unknown, else days since the day before `firstDay`. Votes and dates are not
   * in the order of the rows, but those of each part of the index in falling order, each as how much it is below the one before:
   * in which order that puts the rows, the index itself knows (`sorts`). That is a fifth of the bytes.
   */
  common: Columns<'votes' | 'answers' | 'created' | 'marks' | 'lang', { firstDay: number; langs: string[] }>;
  /** The newest date, as `created` in common. */
  active: Columns<'active', null>;
  /** How many tags, then the tags of all threads in one list, as positions in `tags`, the most frequent first: the lowest, then how much each is above the one before. */
  tags: Columns<'count' | 'ids', { tags: string[]; synonyms: Record<string, string> }>;
  /** Of every post but the votes and the dates of questions, which are common. Dates count as in common. */
  posts: Columns<'marks' | 'answerVotes' | 'answerCreated', null>;
  /** Of every post: 0 if it has none, else the position in `handles`, and 1. */
  authors: Columns<'author', { handles: string[] }>;
  licenses: Columns<'license', { licenses: string[] }>;
  /** `slugHash` of each thread. */
  slugs: Columns<'hash', null>;
};

export type FactsName = keyof Facts;

/** Columns in falling order, by the name of the index's order that puts the rows so. */
export const sorts = { votes: 'votes', created: 'date', active: 'active' } as const;
export type SortedFact = keyof typeof sorts;

/** Bits of `marks`. In the common file, code, mathematics and pictures are those of any post. */
export const mark = { code: 1, math: 2, picture: 4, accepted: 8, closed: 16, duplicate: 32 } as const;

/** Threads of the table that one part of the index has. */
export type FactsBlock = {
  /** What the part is called in the index. */
  name: string;
  /** Row of its first thread. */
  first: number;
  threads: number;
  /** `orderCheck` of the index's own names of these threads, in order. */
  check: number;
};

/** What is in which file: `search/facts.json`. */
export type FactsManifest = { version: 1; blocks: FactsBlock[]; files: Record<FactsName, string> };

/** 32 bits of FNV-1a over the UTF-16 units of a slug: enough to tell threads apart, in a seventh of the bytes. */
export function slugHash(slug: string): number {
  return fnv(0x811c9dc5, slug);
}

/** Tells whether a list of names is the one that a table was made for. */
export function orderCheck(names: Iterable<string>): number {
  let hash = 0x811c9dc5;
  for (const name of names) hash = fnv(hash, name);
  return hash;
}

function fnv(begin: number, text: string): number {
  let hash = begin;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
