import type { Steps } from '../whole-progress.ts';

/** What of a dump is to be read: bytes of all its files, of those with posts, and whether their Markdown is among them. */
export type DumpSize = { all: number; posts: number; hasHistory: boolean };

/** Seconds that a processor takes for a megabyte, measured on real dumps; only how they stand to each other matters. */
const seconds = {
  /** Of all files. */
  reading: 0.04,
  /** Of Posts.xml, if the Markdown of the posts is there. */
  fromMarkdown: 0.1,
  /** The same from HTML. */
  fromHtml: 0.42,
  /** Of Posts.xml again: its posts become files. */
  writing: 0.16,
};

/** How long the steps of an import take beside each other. One thread reads; converting and writing is done side by side. */
export function stepTimes({ all, posts, hasHistory }: DumpSize, jobs: number): Steps {
  return {
    reading: all * seconds.reading,
    converting: (posts * (hasHistory ? seconds.fromMarkdown : seconds.fromHtml)) / jobs,
    writing: (posts * seconds.writing) / jobs,
  };
}
