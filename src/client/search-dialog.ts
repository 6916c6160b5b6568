import type { Hint } from '../core/query/hint.ts';
import { parseQuery } from '../core/query/parse.ts';
import { emptySearch, shortened, writeSearch } from '../core/search-state.ts';
import { languageAttributes } from '../i18n/language-attributes.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';
import { rememberFound } from './found-words.ts';
import { hintList } from './hint-elements.ts';
import { answerTitle, marked } from './hit-elements.ts';
import { forgetSearch, openSearch, withSearch } from './search-engine.ts';
import { failureOf } from './search-error.ts';
import { askLink, cannotSearch } from './search-messages.ts';
import { markFound } from './mark-found.ts';
import { recentSearches, rememberSearch } from './recent-searches.ts';
import { pageWords } from './search-words.ts';
import type { ThreadHit } from './thread-hit.ts';
import { pause, restMilliseconds, typingPause } from './typing-pause.ts';

/** Threads that are shown; the search page has them all. */
const mostThreads = 6;
/** Answers that are shown of each. */
const mostAnswers = 2;

let dialog: Promise<SearchDialog> | undefined;

/**
 * Opens the dialog for a quick search from any page.
 * @param searchPage address of the search page
 * @param base path of the site
 * @param typed what was typed while all this was loaded
 */
export async function openSearchDialog(searchPage: string, base: string, typed: () => string): Promise<void> {
  dialog ??= pageWords().then((words) => new SearchDialog(words, searchPage, base));
  dialog.catch(() => (dialog = undefined));
  (await dialog).open(typed());
}

/**
 * A combobox: the focus stays in its input, the arrows go through the hits below, Enter opens the chosen one, or the search page if
 * none is chosen. That Escape closes it and the focus returns is the `<dialog>` element's own doing.
 */
class SearchDialog {
  private readonly words: Words;
  private readonly searchPage: string;
  private readonly base: string;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private readonly all: HTMLAnchorElement;
  private readonly dialog: HTMLDialogElement;
  /** Counts searches, so that an answer knows whether it is still waited for. */
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(words: Words, searchPage: string, base: string) {
    const { text } = words;
    this.words = words;
    this.searchPage = searchPage;
    this.base = base;
    this.list = element('div', {
      id: '_hits',
      role: 'listbox',
      'aria-label': text.search,
      class: 'finder-hits',
      hidden: true,
    });
    this.status = element('div', { role: 'status', class: 'finder-status' });
    this.all = element('a', { href: searchPage }, text.searchAll);
    this.input = element('input', {
      type: 'text',
      role: 'combobox',
      'aria-label': text.search,
      'aria-controls': '_hits',
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      inputmode: 'search',
      enterkeyhint: 'search',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      placeholder: text.searchHint,
    });
    const help = element('a', { href: `${searchPage}#_help` }, text.searchHelp);
    const close = element('button', { type: 'button' }, text.close);
    this.dialog = element(
      'dialog',
      { class: 'finder', 'aria-label': text.search },
      element('div', { class: 'finder-box' }, this.input, close),
      this.status,
      this.list,
      element('p', { class: 'finder-foot' }, element('span', {}, text.searchKeys), help, this.all),
    );
    close.addEventListener('click', () => {
      this.dialog.close();
    });
    this.dialog.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link?.matches('.finder-thread, .finder-answer')) this.remember(link);
      if (event.target === this.dialog || link) this.dialog.close();
    });
    this.input.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.search(), typingPause(this.input.value));
    });
    this.input.addEventListener('keydown', (event) => {
      this.press(event);
    });
    document.body.append(this.dialog);
  }

  open(typed: string): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.select();
    if (typed !== '') {
      this.input.value = typed;
      void this.search();
    }
    this.explain();
    // The index begins to load while the reader types; a failure is told when there is something to search for.
    openSearch(this.base).then(
      (engine) => {
        engine.warm();
      },
      () => undefined,
    );
  }

  /** Of a hit that is opened: for the next search, and for the page that it is on, which may be this one. */
  private remember(hit: HTMLAnchorElement): void {
    rememberSearch(this.input.value);
    rememberFound(hit, this.input.value);
    if (hit.pathname !== location.pathname) return;
    setTimeout(() => {
      markFound();
    });
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = [...this.list.querySelectorAll<HTMLElement>('[role="option"]')];
    const chosen = options.findIndex((option) => option.ariaSelected === 'true');
    if (event.key === 'Enter') {
      event.preventDefault();
      (options[chosen] ?? this.all).click();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // From the input down to the first and up to the last, and beyond either end back to the input.
      const next = ((chosen + 1 + step + options.length + 1) % (options.length + 1)) - 1;
      this.choose(options, options[next]);
    }
  }

  private choose(options: readonly HTMLElement[], option: HTMLElement | undefined): void {
    for (const other of options) other.ariaSelected = String(other === option);
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  private async search(): Promise<void> {
    const turn = ++this.turn;
    const query = shortened(this.input.value.replace(/[\p{Cc}\s]+/gu, ' ').trim());
    this.all.href = this.searchPage + writeSearch({ ...emptySearch, query });
    if (query === '') {
      this.showHits([]);
      this.explain();
      return;
    }
    const { query: read, hints } = parseQuery(query);
    if (read.length === 0) {
      this.showHits([]);
      this.say('', hints, query);
      return;
    }
    try {
      const { outcome, hits } = await withSearch(this.base, async (engine) => {
        const outcome = await engine.search({ ...emptySearch, query });
        return { outcome, hits: await outcome.next(mostThreads) };
      });
      if (turn !== this.turn) return;
      if (outcome.total === 0 && !navigator.onLine) throw new Error('The index may not have come whole.');
      this.showHits(hits);
      const { count, fill } = this.words;
      this.say(
        outcome.total === 0
          ? fill('searchNothing', { query })
          : fill('searchFound', { threads: count('threads', outcome.total), query: outcome.mended ?? query }),
        [...hints, ...outcome.hints],
        query,
      );
      if (outcome.total === 0) this.status.append(' ', askLink(this.base, query, this.words));
    } catch (error) {
      if (turn !== this.turn) return;
      forgetSearch(this.base);
      this.showHits([]);
      this.status.replaceChildren(
        ...cannotSearch(failureOf(error), { ...emptySearch, query }, this.words, '', () => void this.search()).slice(
          0,
          1,
        ),
      );
    }
  }

  private say(text: string, hints: readonly Hint[], query: string): void {
    const { turn } = this;
    this.status.replaceChildren(text);
    const list = hintList(hints, { ...emptySearch, query }, this.words, this.searchPage);
    if (!list) return;
    // Half-typed operators are no mistakes.
    void pause(restMilliseconds).then(() => {
      if (turn === this.turn) this.status.append(list);
    });
  }

  private explain(): void {
    if (this.input.value.trim() === '')
      this.status.textContent = `${this.words.text.searchHelpWords} ${this.words.text.searchHelpStart}`;
    if (this.input.value.trim() !== '') return;
    this.showOptions(
      recentSearches().map((query) =>
        element(
          'a',
          {
            role: 'option',
            'aria-selected': 'false',
            tabindex: '-1',
            href: this.searchPage + writeSearch({ ...emptySearch, query }),
            class: 'finder-recent',
          },
          query,
        ),
      ),
    );
  }

  private showHits(hits: readonly ThreadHit[]): void {
    this.showOptions(hits.flatMap((hit) => this.options(hit)));
  }

  private showOptions(options: readonly HTMLAnchorElement[]): void {
    options.forEach((option, index) => (option.id = `_hit-${index}`));
    this.list.replaceChildren(...options);
    this.list.hidden = options.length === 0;
    this.list.scrollTop = 0;
    this.input.ariaExpanded = String(options.length > 0);
    this.input.removeAttribute('aria-activedescendant');
  }

  private options(hit: ThreadHit): HTMLAnchorElement[] {
    const { words } = this;
    const language = languageAttributes(hit.lang, words.lang);
    const asked = hit.posts.find(({ isAnswer }) => !isAnswer);
    const answers = hit.posts.filter(({ isAnswer }) => isAnswer).slice(0, mostAnswers);
    const { question } = hit;
    const option = (href: string, className: string, ...children: HTMLElement[]) =>
      element('a', { role: 'option', 'aria-selected': 'false', tabindex: '-1', href, class: className }, ...children);
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
}
