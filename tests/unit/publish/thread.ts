import { answerId, authorHandle, tagName, threadSlug } from '../../../src/core/ids.ts';
import { summarize } from '../../../src/core/summarize.ts';
import type { RenderedAnswer, RenderedPost, RenderedThread, ThreadSummary } from '../../../src/core/thread.ts';
import { createUrls } from '../../../src/core/urls.ts';

/** Addresses under a base path, which is where mistakes show. */
export const urls = createUrls('https://example.org', '/archive/');

/** Characters that XML cannot hold, marks that end things in XML, HTML and Markdown, and half of a surrogate pair. */
export const hostile = 'a\u0000b\u0008c & <b>\u{1F600}</b> ]]> </script> "q" \uD800 \uFFFE [x](y) *z* <!-- -->';

export function post(fields: Partial<RenderedPost> = {}): RenderedPost {
  return {
    path: 'threads/locks/question.md',
    author: { name: 'Ada', handle: authorHandle.parse('ada') },
    votes: 3,
    license: 'CC-BY-SA-4.0',
    comments: [],
    body: 'How?',
    html: '<p>How?</p>',
    excerpt: 'How?',
    hasCode: false,
    hasMath: false,
    hasPicture: false,
    ...fields,
  };
}

export function answer(id: string, fields: Partial<RenderedAnswer> = {}): RenderedAnswer {
  return { ...post(), path: `threads/locks/answers/${id}.md`, id: answerId.parse(id), accepted: false, ...fields };
}

export function thread(fields: Partial<RenderedThread> = {}): RenderedThread {
  return {
    slug: threadSlug.parse('locks'),
    title: 'How do locks work?',
    tags: [tagName.parse('c#')],
    lang: 'en',
    status: 'open',
    aliases: [],
    question: post(),
    answers: [],
    ...fields,
  };
}

export function summary(fields: Partial<RenderedThread> = {}): ThreadSummary {
  return summarize(thread(fields));
}
