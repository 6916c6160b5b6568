import type { AuthorHandle } from '../core/ids.ts';
import type { AnswerSummary, RenderedThread } from '../core/thread.ts';

/** A post in the eyes of its author's page. */
export type Contribution = {
  handle: AuthorHandle;
  votes: number;
  /** Absent for a question. */
  answer?: AnswerSummary;
};

/** The posts of a thread whose authors have a handle. */
export function contributionsTo({ question, answers }: RenderedThread): Contribution[] {
  const asked: Contribution[] = question.author.handle
    ? [{ handle: question.author.handle, votes: question.votes }]
    : [];
  return asked.concat(
    answers.flatMap(({ id, author, votes, accepted, excerpt, date }) => {
      const answer = { id, votes, accepted, excerpt, ...(date === undefined ? {} : { date }) };
      return author.handle ? [{ handle: author.handle, votes, answer }] : [];
    }),
  );
}

/** The authors with a handle who commented on a thread, each once. */
export function commentersOf({ question, answers }: RenderedThread): AuthorHandle[] {
  const comments = [question, ...answers].flatMap((post) => post.comments);
  return [...new Set(comments.flatMap(({ author }) => author.handle ?? []))];
}
