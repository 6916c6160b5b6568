import type { RenderedThread, ThreadSummary } from './thread.ts';

/** Keeps of a thread what listings show. */
export function summarize({
  slug,
  title,
  tags,
  lang,
  status,
  accepted,
  duplicateOf,
  question,
  answers,
}: RenderedThread): ThreadSummary {
  const posts = [question, ...answers];
  const dates = posts.flatMap(({ date, edited, comments }) => [
    date,
    edited,
    ...comments.map((comment) => comment.date),
  ]);
  const active = dates.reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a), undefined);
  return {
    slug,
    title,
    excerpt: question.excerpt,
    tags,
    lang,
    author: question.author,
    votes: question.votes,
    answerCount: answers.length,
    commentCount: posts.reduce((sum, { comments }) => sum + comments.length, 0),
    hasAccepted: accepted !== undefined,
    status,
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
    ...(question.date === undefined ? {} : { date: question.date }),
    ...(active === undefined ? {} : { active }),
  };
}
