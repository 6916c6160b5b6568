import type { ThreadSummary } from './thread.ts';

type Rankable = { id: string; votes: number; date?: string | undefined };

/** Orders answers: the accepted one first, then by votes, then the older first (undated last), then by id. */
export function rankAnswers<A extends Rankable>(answers: readonly A[], accepted?: string): A[] {
  return answers.toSorted(
    (a, b) =>
      Number(b.id === accepted) - Number(a.id === accepted) ||
      b.votes - a.votes ||
      compareText(a.date ?? '9999', b.date ?? '9999') ||
      compareText(a.id, b.id),
  );
}

type Order = (a: ThreadSummary, b: ThreadSummary) => number;

const newest: Order = (a, b) => newestFirst(a.date, b.date) || compareText(a.slug, b.slug);
const top: Order = (a, b) => b.votes - a.votes || newest(a, b);
const active: Order = (a, b) => newestFirst(a.active, b.active) || compareText(a.slug, b.slug);

/** The orders of listings. Each is total, so that pages do not shuffle between builds. */
export const threadOrders = { newest, top, active };

/** Whether the thread still waits for a first answer: closed and duplicate questions do not. */
export function isUnanswered(thread: ThreadSummary): boolean {
  return thread.answerCount === 0 && thread.status === 'open' && thread.duplicateOf === undefined;
}

function newestFirst(a: string | undefined, b: string | undefined): number {
  return compareText(b ?? '', a ?? '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
