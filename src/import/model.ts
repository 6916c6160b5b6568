import type { Source } from '../core/schema/fields.ts';
import type { Report } from './report.ts';
import type { Steps } from './whole-progress.ts';

/**
 * Who wrote something, as the source says it. With an `externalId` that an `ImportedAuthor` has, it becomes the handle of that
 * author; with only a name it stays a name; with neither it is `anonymous`, which the report names.
 */
export type ImportedByline = { externalId?: string; name?: string; url?: string };

export type ImportedComment = {
  /** The comment's id on the source, for the report; it does not reach the archive. */
  externalId: string;
  /** Set if the source has it as a post, with an address: links there then lead to the post that it is a comment on. */
  isPost?: true;
  author: ImportedByline;
  date?: string;
  votes: number;
  /** Inline Markdown. */
  text: string;
};

/** A question or an answer as the source has it, its body already Markdown. */
export type ImportedPost = {
  /** Unique among all posts of the import; a question has the id of its thread. */
  externalId: string;
  author: ImportedByline;
  votes: number;
  /** ISO date or UTC date-time, as in `core/schema/fields.ts`. */
  date?: string;
  edited?: string;
  /** SPDX identifier. */
  license?: string;
  source: Source;
  /** Markdown with `\n` between lines. Links to other posts of the source are left as they are: the importer rewrites them. */
  body: string;
  /** In the order in which they are shown: the oldest first. */
  comments: ImportedComment[];
};

export type ImportedAnswer = ImportedPost & {
  /** What the answer's file should be called, if not after its `externalId`. */
  anchor?: string;
};

export type ImportedThread = {
  /** The id of its question. */
  externalId: string;
  title: string;
  question: ImportedPost;
  answers: ImportedAnswer[];
  /** `externalId` of the answer that was accepted. */
  acceptedId?: string;
  /** As the source spells them. */
  tags: string[];
  status: 'open' | 'closed';
  closedReason?: string;
  /** `externalId` of the thread that this one asks again. */
  duplicateOf?: string;
  /** Old paths that should lead here, without a slash at the start: `questions/123`. */
  aliases: string[];
  lang?: string;
};

export type ImportedTag = {
  name: string;
  title?: string;
  description?: string;
  synonyms: string[];
  /** The tag's wiki, Markdown. */
  body: string;
};

export type ImportedAuthor = {
  externalId: string;
  name: string;
  url?: string;
  links: { title: string; url: string }[];
  /** Biography, Markdown. */
  body: string;
};

/** What a platform yields, in any order: links, duplicates and authors are resolved when all of it has been read. */
export type ImportedItem =
  | { kind: 'thread'; thread: ImportedThread }
  | { kind: 'tag'; tag: ImportedTag }
  | { kind: 'author'; author: ImportedAuthor };

/** What a platform is given beside its source. */
export type PlatformContext = {
  /** Where the platform counts what it read, and says what it left out or changed and why. */
  report: Report;
  /** The values of the platform's own options, by name. */
  options: Readonly<Record<string, string | undefined>>;
  /** How much may be done side by side. */
  jobs: number;
  /** Tells how long the steps take beside each other, from `reading` to `writing`; only needed if there is a step between these two. */
  plan: (steps: Steps) => void;
  /** Tells how far a step is: bytes, files or threads done of how many in all. The step is `reading` unless it is named. */
  progress: (done: number, total: number, step?: string) => void;
};

/** One source of threads. A platform is a file of its own and touches neither the archive nor the terminal. */
export type Platform = {
  /** The word on the command line: `stackexchange`. */
  name: string;
  /** One line for `--help`. */
  summary: string;
  /** What the source has to be, where to get it and the rules by which it is read; printed by `--help`. */
  help: string;
  /** Options that only this platform knows, each with a value: name and one line of help. */
  options: Readonly<Record<string, string>>;
  /**
   * Reads the source and yields what it holds, streaming: nothing that grows with the source stays in memory.
   * Input that is broken in places is reported with its position (`report.problem`) and the rest is yielded.
   * @throws SourceError if there is nothing that can be read
   */
  read(source: string, context: PlatformContext): AsyncIterable<ImportedItem>;
  /**
   * The `externalId` of the post that a URL found in a body leads to, if it may be one of this source.
   * @param site the thread's `source.site`
   */
  postOfUrl(url: string, site: string): string | undefined;
  /** What is in every address that leads to a post: a text without it is not searched for links. */
  postAddress: RegExp;
};

/** The source cannot be read at all. The message says what, why, and how to mend it. */
export class SourceError extends Error {
  override name = 'SourceError';
}
