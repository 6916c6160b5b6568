import type { Byline, RenderedPost, RenderedThread } from '../core/thread.ts';
import type { Urls } from '../core/urls.ts';
import { absoluteHtml } from './absolute-html.ts';

/** Who wrote a post or comment; `url` is their page here or elsewhere. */
export type JsonAuthor = { name: string; handle?: string; url?: string };

/** A comment; `html` is its text, sanitized. */
export type JsonComment = { author: JsonAuthor; date?: string; votes: number; html: string };

/** What a question and an answer have in common. Dates are ISO 8601, a day or a UTC date-time. */
export type JsonPost = {
  /** Permalink. */
  url: string;
  author: JsonAuthor;
  /** Net votes; may be negative. */
  votes: number;
  date?: string;
  edited?: string;
  /** SPDX license expression. */
  license: string;
  /** Where an imported post is from. */
  source?: { site: string; url?: string; id?: string; retrieved?: string };
  counted?: { date: string; method: string };
  /** The text as it was written; relative addresses in it are relative to the file in the repository. */
  markdown: string;
  /** The text as the page shows it, sanitized, with absolute addresses. */
  html: string;
  comments: JsonComment[];
};

/** `/questions/<slug>.json`. Fields may be added; a change of the others is a new `format`. */
export type ThreadJson = {
  format: 'responsa-thread/1';
  slug: string;
  url: string;
  title: string;
  tags: string[];
  /** BCP 47 language tag. */
  lang: string;
  status: 'open' | 'closed';
  closedReason?: string;
  /** URL of the thread that this one asks again. */
  duplicateOf?: string;
  /** Id of the accepted answer. */
  accepted?: string;
  question: JsonPost;
  /** The accepted one first, then by votes. */
  answers: (JsonPost & { id: string; accepted: boolean })[];
};

/** A thread for machines. */
export function threadJson(thread: RenderedThread, urls: Urls): string {
  const { slug, title, tags, lang, status, closedReason, duplicateOf, accepted, question, answers } = thread;
  const url = urls.absolute(urls.thread(slug));
  const data: ThreadJson = {
    format: 'responsa-thread/1',
    slug,
    url,
    title,
    tags,
    lang,
    status,
    ...(closedReason === undefined ? {} : { closedReason }),
    ...(duplicateOf === undefined ? {} : { duplicateOf: urls.absolute(urls.thread(duplicateOf)) }),
    ...(accepted === undefined ? {} : { accepted }),
    question: postOf(question, url, url, urls),
    answers: answers.map((answer) => ({
      id: answer.id,
      accepted: answer.accepted,
      ...postOf(answer, urls.absolute(urls.answer(slug, answer.id)), url, urls),
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function postOf(post: RenderedPost, url: string, page: string, urls: Urls): JsonPost {
  const { votes, date, edited, license, source, counted, body, html, comments } = post;
  return {
    url,
    author: authorOf(post.author, urls),
    votes,
    ...(date === undefined ? {} : { date }),
    ...(edited === undefined ? {} : { edited }),
    license,
    ...(source === undefined ? {} : { source: sourceOf(source) }),
    ...(counted === undefined ? {} : { counted: { date: counted.date, method: counted.method } }),
    markdown: body,
    html: absoluteHtml(html, page),
    comments: comments.map((comment) => ({
      author: authorOf(comment.author, urls),
      ...(comment.date === undefined ? {} : { date: comment.date }),
      votes: comment.votes,
      html: absoluteHtml(comment.html, page),
    })),
  };
}

function authorOf({ name, handle, url }: Byline, urls: Urls): JsonAuthor {
  if (handle !== undefined) return { name, handle, url: urls.absolute(urls.author(handle)) };
  return { name, ...(url === undefined ? {} : { url }) };
}

function sourceOf({ site, url, id, retrieved }: NonNullable<RenderedPost['source']>): NonNullable<JsonPost['source']> {
  return {
    site,
    ...(url === undefined ? {} : { url }),
    ...(id === undefined ? {} : { id }),
    ...(retrieved === undefined ? {} : { retrieved }),
  };
}
