import { emptySearch, writeSearch } from '../core/search-state.ts';
import { languageAttributes } from '../i18n/language-attributes.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';
import { answerTitle, marked } from './hit-elements.ts';
import type { ThreadHit } from '../core/thread-hit.ts';

/** Answers that are shown of each thread. */
const mostAnswers = 2;

/** A thread that was found and the best of its answers that were, as options of the dialog. */
export function hitOptions(hit: ThreadHit, words: Words): HTMLAnchorElement[] {
  const language = languageAttributes(hit.lang, words.lang);
  const asked = hit.posts.find(({ isAnswer }) => !isAnswer);
  const answers = hit.posts.filter(({ isAnswer }) => isAnswer).slice(0, mostAnswers);
  const { question } = hit;
  return [
    option(
      hit.url,
      'finder-thread',
      element('b', { class: question.hasAccepted ? 'yes' : '' }, words.shortNumber(question.votes)),
      element(
        'span',
        {},
        element('span', { class: 'finder-title', ...language }, hit.title),
        asked && element('span', { class: 'excerpt', ...language }, ...marked(asked.excerpt)),
      ),
    ),
    ...answers.map((answer) =>
      option(
        answer.url,
        'finder-answer',
        element('b', { class: answer.record.accepted ? 'yes' : '' }, words.shortNumber(answer.record.votes)),
        element(
          'span',
          {},
          element('span', { class: 'excerpt', ...language }, ...marked(answer.excerpt)),
          element('span', { class: 'facts' }, answerTitle(answer.record, words)),
        ),
      ),
    ),
  ];
}

/** A search that was made before, as an option of the dialog. */
export function recentOption(query: string, searchPage: string): HTMLAnchorElement {
  return option(searchPage + writeSearch({ ...emptySearch, query }), 'finder-recent', query);
}

function option(href: string, className: string, ...children: (HTMLElement | string)[]): HTMLAnchorElement {
  return element(
    'a',
    { role: 'option', 'aria-selected': 'false', tabindex: '-1', href, class: className },
    ...children,
  );
}
