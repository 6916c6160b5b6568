import type { PagefindFragment } from '../../../src/client/pagefind-messages.ts';
import { encodeRecord, questionAnchor, type QuestionRecord } from '../../../src/core/search-record.ts';

/** A page of an index, as Pagefind gives it. */
export function fragment(slug: string, question: Partial<QuestionRecord> = {}): PagefindFragment {
  const record = { author: 'Ada', votes: 3, answerCount: 1, hasAccepted: false, ...question };
  return {
    url: `/archive/questions/${slug}/`,
    excerpt: 'The opening of it.',
    meta: { title: slug, tags: 'c#' },
    content: 'The opening of it.',
    anchors: [{ id: questionAnchor, title: encodeRecord(record), location: 0 }],
    sub_results: [],
  };
}
