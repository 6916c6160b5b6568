import type { ImportedThread } from './model.ts';
import type { Report } from './report.ts';
import { toTagName } from './tag-name.ts';

/** Which threads come over. Without any of these all do. */
export type Selection = {
  /** Has one of these tags. */
  tags?: readonly string[];
  /** The question has at least so many votes. */
  minVotes?: number;
  /** The question was written on or after this day. A question without a date is left out. */
  since?: string;
  withAnswersOnly?: boolean;
  /** The first so many of those that are left, in the order of the source. */
  limit?: number;
};

/** Makes the question whether a thread is wanted; the answer is undefined or the option for which it is not. */
export function selector(selection: Selection): (thread: ImportedThread) => string | undefined {
  const { tags, minVotes, since, withAnswersOnly, limit } = selection;
  const wanted = new Set(tags?.map((tag) => toTagName(tag)));
  let taken = 0;
  return (thread) => {
    if (tags && !thread.tags.some((tag) => wanted.has(toTagName(tag)))) return '--tag';
    if (minVotes !== undefined && thread.question.votes < minVotes) return '--min-votes';
    if (since !== undefined && (thread.question.date ?? '') < since) return '--since';
    if (withAnswersOnly && thread.answers.length === 0) return '--with-answers-only';
    if (limit !== undefined && taken >= limit) return '--limit';
    taken++;
    return undefined;
  };
}

/** Counts a thread and all that is in it as left out. */
export function leaveOutThread(thread: ImportedThread, kind: string, report: Report): void {
  const posts = [thread.question, ...thread.answers];
  report.leaveOutMany('threads', kind, 1);
  report.leaveOutMany('answers', kind, thread.answers.length);
  report.leaveOutMany(
    'comments',
    kind,
    posts.reduce((sum, { comments }) => sum + comments.length, 0),
  );
}
