import { anonymous } from '../core/ids.ts';
import { encodeRecord, questionAnchor, type PostRecord, type QuestionRecord } from '../core/search-record.ts';
import { unspaced } from '../core/text-index/query-terms.ts';
import type { RenderedAnswer, RenderedPost, RenderedThread } from '../core/thread.ts';
import { textBlocks } from './text-blocks.ts';

/** How much a word in a comment says about a post, beside one in its body. */
const commentWeight = 0.5;

/**
 * A thread as Pagefind indexes it: far smaller than its page, and with each answer as a section whose title makes it a hit of
 * its own. Words are found in the title, the tags, and the text of posts and comments; everything else is there to show
 * a hit. What threads are filtered and sorted by is in the facts, in half of the bytes.
 */
export function searchDocument(thread: RenderedThread): string {
  const language = new Intl.Locale(thread.lang).language;
  const posts: RenderedPost[] = [thread.question, ...thread.answers];
  const hasAccepted = thread.answers.some(({ accepted }) => accepted);

  const question: QuestionRecord = {
    ...postRecord(thread.question),
    answerCount: thread.answers.length,
    hasAccepted,
  };
  // Pagefind leaves out a page without a word, however many its metadata has: a picture alone, a formula alone.
  // What is escaped is no word.
  const hasWord = (block: string) => /[\p{L}\p{N}]/u.test(block.replace(/&[^;]*;/g, ' '));
  const [opening = [], ...others] = posts.map(({ html }) => textBlocks(html));
  const speaks = [opening, ...others].some((blocks) => blocks.some(hasWord));

  return [
    `<html lang="${language}"><head>`,
    meta('title', thread.title),
    // Pagefind parts the words of a text, but not those of metadata.
    unspaced.has(language) ? meta('heading', partedWords(thread.title, language)) : '',
    thread.tags.length > 0 ? meta('tags', thread.tags.join(' ')) : '',
    '</head><body>',
    section(
      questionAnchor,
      question,
      thread.question,
      speaks ? opening : [`${escapeAttribute(thread.title)} ${thread.slug}`, ...opening],
    ),
    ...thread.answers.map((answer, index) => section(answer.id, answerRecord(answer), answer, others[index] ?? [])),
    '</body></html>',
  ].join('');
}

function partedWords(text: string, language: string): string {
  return Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text), ({ segment }) => segment).join(
    ' ',
  );
}

function section(id: string, record: PostRecord, post: RenderedPost, blocks: readonly string[]): string {
  const body = blocks.map((block) => `<p>${block}</p>`);
  const comments = post.comments.flatMap(({ html }) => {
    const blocks = textBlocks(html);
    return blocks.length > 0 ? `<p data-pagefind-weight="${commentWeight}">${blocks.join(' ')}</p>` : [];
  });
  return `<section id="${id}" data-pagefind-title="${escapeAttribute(encodeRecord(record))}">${body.join('')}${comments.join('')}</section>`;
}

function meta(name: string, value: string): string {
  return `<meta data-pagefind-meta="${name}[content]" content="${escapeAttribute(value)}">`;
}

function postRecord({ author, votes, date }: RenderedPost): PostRecord {
  return { author: author.name === anonymous ? '' : author.name, votes, ...(date ? { date } : {}) };
}

function answerRecord(answer: RenderedAnswer): PostRecord {
  return { ...postRecord(answer), ...(answer.accepted ? { accepted: true } : {}) };
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
