import type { Columns } from './columns.ts';

/**
 * What the search knows of every thread beside its words, in files of which a query loads only those it asks for. Each row is a
 * thread, in one order for all files; each row of posts a post: the question of a thread, then its answers, thread after thread.
 */
export type Facts = {
  /** Of the thread; the year of its question: 0 if unknown, else years since the one before `firstYear`. */
  common: Columns<'answers' | 'marks' | 'lang' | 'year', { firstYear: number; firstDay: number; langs: string[] }>;
  /** Of the question. */
  votes: Columns<'votes', null>;
  /** The day of the question within its year, from 0. */
  created: Columns<'day', null>;
  /** The newest date: days since the question; if that has no date, 0 if unknown, else days since the day before `firstDay`. */
  active: Columns<'later', null>;
  /** How many tags, then the tags of all threads in one list, as positions in `tags`, the most frequent first: the lowest, then how much each is above the one before. */
  tags: Columns<'count' | 'ids', { tags: string[]; synonyms: Record<string, string> }>;
  /** Of every post but the votes and the dates of questions. Dates: 0 if unknown, else days since the day before `firstDay`. */
  posts: Columns<'marks' | 'answerVotes' | 'answerCreated', null>;
  /** Of every post: 0 if it has none, else the position in `handles`, and 1. */
  authors: Columns<'author', { handles: string[] }>;
  licenses: Columns<'license', { licenses: string[] }>;
  /** Of every post: how many words of the index stand before it, since the post before it began. */
  places: Columns<'place', null>;
  /**
   * Of every post how many blocks of code it has; of every block how many words stand before it, since the one before it ended or the
   * post began, and how many it has.
   */
  code: Columns<'blocks' | 'before' | 'words', null>;
  /** `slugHash` of each thread. */
  slugs: Columns<'hash', null>;
};

export type FactsName = keyof Facts;

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
export type FactsManifest = {
  version: 2;
  blocks: FactsBlock[];
  files: Record<FactsName, string>;
  /** Of each file. */
  bytes: Record<FactsName, number>;
};

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
