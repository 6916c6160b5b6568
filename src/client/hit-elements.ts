import type { ExcerptPart } from '../core/excerpt-parts.ts';
import type { TagName } from '../core/ids.ts';
import type { PostRecord } from '../core/search-record.ts';
import type { Urls } from '../core/urls.ts';
import { languageAttributes } from '../i18n/language-attributes.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';
import type { PostHit, ThreadHit } from '../core/thread-hit.ts';

/** Answers shown of one thread; of more, only how many they are. */
const mostAnswers = 3;

/** A thread that was found, as a row of a listing, with the answers in it that were. */
export function hitRow(hit: ThreadHit, words: Words, urls: Urls): HTMLLIElement {
  const { text, count } = words;
  const { question, posts } = hit;
  const language = languageAttributes(hit.lang, words.lang);
  const asked = posts.find(({ isAnswer }) => !isAnswer);
  const answers = posts.filter(({ isAnswer }) => isAnswer);
  const more = answers.length - mostAnswers;
  return element(
    'li',
    { class: 'row hit' },
    element(
      'p',
      { class: 'row-figures' },
      votes(question.votes, words),
      ' ',
      element(
        'span',
        { class: `row-answers${question.hasAccepted ? ' yes' : ''}` },
        question.answerCount === 0 ? text.noAnswer : count('answers', question.answerCount),
        question.hasAccepted && element('span', { class: 'vh' }, ` (${text.accepted})`),
      ),
    ),
    element(
      'div',
      { class: 'row-body' },
      element('h2', language, element('a', { href: hit.url }, hit.title)),
      asked && element('p', { class: 'excerpt', ...language }, ...marked(asked.excerpt)),
      answers.length > 0 &&
        element(
          'ol',
          { class: 'hit-answers' },
          ...answers.slice(0, mostAnswers).map((answer) => answerItem(answer, words, language)),
        ),
      more > 0 && element('p', { class: 'facts' }, element('a', { href: hit.url }, count('searchMoreHits', more))),
      element(
        'div',
        { class: 'facts' },
        tags(hit.tags, urls),
        element('span', {}, author(question, words)),
        date(question, words),
      ),
    ),
  );
}

function answerItem(answer: PostHit, words: Words, language: Record<string, string>): HTMLLIElement {
  const { votes: figure, accepted } = answer.record;
  return element(
    'li',
    {},
    element(
      'b',
      accepted ? { class: 'yes', 'aria-hidden': 'true' } : { 'aria-hidden': 'true' },
      words.shortNumber(figure),
    ),
    element(
      'div',
      {},
      element('p', { class: 'excerpt', ...language }, ...marked(answer.excerpt)),
      element(
        'p',
        { class: 'facts' },
        element('a', { href: answer.url }, answerTitle(answer.record, words)),
        date(answer.record, words),
      ),
    ),
  );
}

/** What an answer is called where its text does not say: by whom, and how it was received. */
export function answerTitle(record: PostRecord, words: Words): string {
  return words.fill(record.accepted ? 'acceptedAnswerBy' : 'answerBy', {
    author: author(record, words),
    votes: words.count('votes', record.votes),
  });
}

/** An excerpt as text, with what was searched for marked. */
export function marked(parts: readonly ExcerptPart[]): Node[] {
  return parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : document.createTextNode(text)));
}

function votes(figure: number, words: Words): HTMLElement {
  return element(
    'span',
    { class: 'votes' },
    element('b', {}, words.shortNumber(figure)),
    ' ',
    element('span', {}, words.count('votesLabel', figure)),
  );
}

function tags(names: readonly string[], urls: Urls): Node | false {
  // The index is made from the archive, where each was checked.
  const items = names.map((name) =>
    element('li', {}, element('a', { href: urls.tag(name as TagName), rel: 'tag' }, name)),
  );
  return items.length > 0 && element('ul', { class: 'tags' }, ...items);
}

function author(record: PostRecord, { text }: Words): string {
  return record.author === '' ? text.anonymous : record.author;
}

function date(record: PostRecord, words: Words): Node | undefined {
  return record.date === undefined
    ? undefined
    : element('time', { datetime: record.date }, words.shortDate(record.date));
}
