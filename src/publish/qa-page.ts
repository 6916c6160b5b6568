import type { RenderedAnswer, RenderedPost, RenderedThread } from '../core/thread.ts';
import type { Urls } from '../core/urls.ts';
import { htmlText } from './html-text.ts';

/** Characters of a post's text; the page has it whole, and search engines show far less. */
const longestText = 2_000;

/**
 * A thread as schema.org's QAPage in JSON-LD, to stand in `<script type="application/ld+json">`: `<` is escaped, so that no text can
 * close the element. Browsers do not run it, and a page policy does not forbid it.
 */
export function qaPage({ slug, title, lang, question, answers }: RenderedThread, urls: Urls): string {
  const page = urls.absolute(urls.thread(slug));
  const accepted = answers.filter((answer) => answer.accepted);
  const suggested = answers.filter((answer) => !answer.accepted);
  const answerOf = (answer: RenderedAnswer) => ({
    '@type': 'Answer',
    ...post(answer, urls),
    url: urls.absolute(urls.answer(slug, answer.id)),
  });
  const data = {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    url: page,
    inLanguage: lang,
    mainEntity: {
      '@type': 'Question',
      name: title,
      ...post(question, urls),
      url: page,
      answerCount: answers.length,
      ...(accepted.length > 0 ? { acceptedAnswer: accepted.map(answerOf) } : {}),
      ...(suggested.length > 0 ? { suggestedAnswer: suggested.map(answerOf) } : {}),
    },
  };
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u{2028}', '\\u2028')
    .replaceAll('\u{2029}', '\\u2029');
}

function post({ html, votes, date, edited, author: { name, handle, url } }: RenderedPost, urls: Urls) {
  const authorPage = handle === undefined ? url : urls.absolute(urls.author(handle));
  return {
    text: htmlText(html, longestText),
    upvoteCount: votes,
    ...(date === undefined ? {} : { datePublished: date }),
    ...(edited === undefined ? {} : { dateModified: edited }),
    author: { '@type': 'Person', name, ...(authorPage === undefined ? {} : { url: authorPage }) },
  };
}
