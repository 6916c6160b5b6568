import type { AnswerId, AuthorHandle, TagName, ThreadSlug } from './ids.ts';
import type { Counted, Source } from './schema/fields.ts';

/** An author as shown beside a post. Without a handle there is no page to link to. */
export type Byline = { name: string; handle?: AuthorHandle; url?: string };

/** A comment, its inline Markdown rendered. */
export type RenderedComment = { author: Byline; date?: string; votes: number; html: string };

/** What the page shows of a question or an answer. */
export type RenderedPost = {
  /** Path below the content folder, with `/`: for links to the place where it is edited. */
  path: string;
  author: Byline;
  votes: number;
  date?: string;
  edited?: string;
  license: string;
  source?: Source;
  /** When and how the votes were counted here, if they were. */
  counted?: Counted;
  comments: RenderedComment[];
  /** The body as it was written. */
  body: string;
  /** The body rendered and sanitized: safe to put into a page as it is. */
  html: string;
  /** The first words as plain text, at most 220 characters, cut at a word. */
  excerpt: string;
  hasCode: boolean;
  hasMath: boolean;
  hasPicture: boolean;
};

export type RenderedAnswer = RenderedPost & { id: AnswerId; accepted: boolean };

/** A thread ready for its page. */
export type RenderedThread = {
  slug: ThreadSlug;
  title: string;
  /** Tags with synonyms replaced, in the order of the file, none twice. */
  tags: TagName[];
  /** Language of the thread, always set: the archive's where the file names none. */
  lang: string;
  status: 'open' | 'closed';
  closedReason?: string;
  accepted?: AnswerId;
  duplicateOf?: ThreadSlug;
  aliases: string[];
  question: RenderedPost;
  /** In the order of `rankAnswers`. */
  answers: RenderedAnswer[];
};

/** What listings, tags, authors and neighbours need of a thread: everything but the texts. */
export type ThreadSummary = {
  slug: ThreadSlug;
  title: string;
  excerpt: string;
  tags: TagName[];
  lang: string;
  author: Byline;
  votes: number;
  answerCount: number;
  commentCount: number;
  hasAccepted: boolean;
  status: 'open' | 'closed';
  duplicateOf?: ThreadSlug;
  date?: string;
  /** The newest date of any of its posts and comments, edits included. */
  active?: string;
};

/** Threads around a thread. */
export type Neighbours = {
  /** The thread that it asks again. */
  duplicateOf?: ThreadSummary;
  /** Threads that ask it again. */
  duplicates: ThreadSummary[];
  /** Threads that cite it. */
  linked: ThreadSummary[];
  /** Threads that are alike, nearest first. */
  related: ThreadSummary[];
};

/** A tag with its wiki, as its page shows it. */
export type Tag = {
  name: TagName;
  title: string;
  description?: string;
  synonyms: TagName[];
  /** The wiki, rendered and sanitized; empty if there is none. */
  html: string;
  threadCount: number;
};

/** An author with what they wrote, as their page shows it. */
export type Author = {
  handle: AuthorHandle;
  name: string;
  url?: string;
  links: { title: string; url: string }[];
  /** The biography, rendered and sanitized; empty if there is none. */
  html: string;
  questionCount: number;
  answerCount: number;
  /** How many of the answers were accepted. */
  acceptedCount: number;
  /** Sum over all posts. */
  votes: number;
};

/** An answer in a list. */
export type AnswerSummary = { id: AnswerId; votes: number; accepted: boolean; excerpt: string; date?: string };

/** A post in the list of an author's work. */
export type AuthorPost = {
  thread: ThreadSummary;
  answer?: AnswerSummary;
};

/** How many of each thing the archive holds. */
export type Counts = {
  threads: number;
  answers: number;
  comments: number;
  tags: number;
  authors: number;
  unanswered: number;
};
