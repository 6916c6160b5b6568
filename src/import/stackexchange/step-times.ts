import type { Steps } from '../whole-progress.ts';

/** What of a dump is to be read: bytes of all its files, of those with posts, and whether their Markdown is among them. */
export type DumpSize = { all: number; posts: number; hasHistory: boolean };

/** Seconds for a megabyte: what one thread does alone, and what is done side by side. */
type Cost = { alone: number; shared: number };

/** Measured on real dumps; only how they stand to each other matters. */
const costs = {
  /** Of all files. */
  reading: { alone: 0.032, shared: 0 },
  /** Of Posts.xml, if the Markdown of the posts is there. */
  fromMarkdown: { alone: 0.06, shared: 0.06 },
  /** The same from HTML. */
  fromHtml: { alone: 0.06, shared: 0.42 },
  /** Of Posts.xml again: its posts become files. */
  writing: { alone: 0.02, shared: 0.14 },
} as const satisfies Record<string, Cost>;

/** How long the steps of an import take beside each other, if so many threads share the work. */
export function stepTimes({ all, posts, hasHistory }: DumpSize, jobs: number): Steps {
  const time = (bytes: number, { alone, shared }: Cost) => (bytes / 1e6) * (alone + shared / jobs);
  return {
    reading: time(all, costs.reading),
    converting: time(posts, hasHistory ? costs.fromMarkdown : costs.fromHtml),
    writing: time(posts, costs.writing),
  };
}
