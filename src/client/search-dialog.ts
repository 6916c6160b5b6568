import type { Hint } from '../core/query/hint.ts';
import { parseQuery } from '../core/query/parse.ts';
import { emptySearch, shortened, writeSearch } from '../core/search-state.ts';
import type { Words } from '../i18n/wording.ts';
import { Combobox } from './combobox.ts';
import { element } from './element.ts';
import { hitOptions, recentOption } from './finder-options.ts';
import { hintList } from './hint-elements.ts';
import { markFound } from './mark-found.ts';
import { rememberOpenedHits } from './opened-hit.ts';
import { isPlainClick } from './plain-click.ts';
import { released } from './pressed.ts';
import { recentSearches } from './recent-searches.ts';
import { giveUpSearch, runSearch, warmSearch } from './run-search.ts';
import { sayAtRest } from './say-at-rest.ts';
import { askLink, cannotSearch, cutMessage, foundMessage } from './search-messages.ts';
import { pageWords } from './search-words.ts';
import { createTurns, type IsLate } from './turns.ts';
import { onTyped, pause, restMilliseconds } from './typing-pause.ts';

/** Threads that are shown; the search page has them all. */
const mostThreads = 6;

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
 * Searches while somebody types, and leads to a hit or to all of them: Enter opens the hit that is chosen, or the search page if none
 * is. That Escape closes it and the focus returns is the `<dialog>` element's own doing.
 */
class SearchDialog {
  private readonly words: Words;
  private readonly searchPage: string;
  private readonly base: string;
  private readonly combobox: Combobox;
  private readonly status: HTMLElement;
  private readonly all: HTMLAnchorElement;
  private readonly dialog: HTMLDialogElement;
  private readonly begin = createTurns();

  constructor(words: Words, searchPage: string, base: string) {
    const { text } = words;
    this.words = words;
    this.searchPage = searchPage;
    this.base = base;
    this.combobox = new Combobox(words);
    this.status = element('div', { class: 'finder-status' });
    this.all = element('a', { href: searchPage }, text.searchAll);
    const help = element('a', { href: `${searchPage}#_help` }, text.searchHelp);
    const close = element('button', { type: 'button' }, text.close);
    const { input, list } = this.combobox;
    const said = element('div', { role: 'status', class: 'vh' });
    sayAtRest(input, [this.status], said);
    this.dialog = element(
      'dialog',
      { class: 'finder', 'aria-label': text.search },
      element('div', { class: 'finder-box' }, input, close),
      this.status,
      said,
      list,
      element('p', { class: 'finder-foot' }, element('span', {}, text.searchKeys), help, this.all),
    );
    close.addEventListener('click', () => {
      this.dialog.close();
    });
    this.dialog.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      // Who opens hits in tabs of their own goes on here.
      if (event.target === this.dialog || (link && isPlainClick(event))) this.dialog.close();
    });
    rememberOpenedHits(this.dialog, '.finder-thread, .finder-answer', () => input.value, markHere);
    onTyped(input, () => void this.search());
    input.addEventListener('keydown', (event) => {
      if (event.isComposing || event.key !== 'Enter') return;
      event.preventDefault();
      (this.combobox.chosen ?? this.all).click();
    });
    document.body.append(this.dialog);
  }

  open(typed: string): void {
    const { input } = this.combobox;
    if (!this.dialog.open) this.dialog.showModal();
    input.select();
    if (typed !== '') {
      input.value = typed;
      void this.search();
    }
    if (input.value.trim() === '') this.explain();
    warmSearch(this.base);
  }

  private async search(): Promise<void> {
    const isLate = this.begin();
    const typed = this.combobox.input.value;
    const query = shortened(typed.replace(/[\p{Cc}\s]+/gu, ' ').trim());
    const state = { ...emptySearch, query };
    this.all.href = this.searchPage + writeSearch(state);
    if (query === '') {
      this.explain();
      return;
    }
    const { query: read, hints } = parseQuery(query);
    if (read.length === 0) {
      this.combobox.show([]);
      this.say('', hints, query, isLate);
      return;
    }
    try {
      const { outcome, hits } = await runSearch(this.base, state, mostThreads, isLate);
      await released();
      if (isLate()) return;
      const isFound = outcome.total > 0;
      this.combobox.show(hits.flatMap((hit) => hitOptions(hit, this.words)));
      const found = isFound ? foundMessage(outcome, state, this.words) : this.words.fill('searchNothing', { query });
      this.say(found + cutMessage(typed, this.words), [...hints, ...outcome.hints], query, isLate);
      if (!isFound) this.status.append(' ', askLink(this.base, query, this.words));
    } catch (error) {
      if (isLate()) return;
      const failure = giveUpSearch(this.base, error);
      const [title] = cannotSearch(failure, state, this.words, '', () => void this.search());
      this.combobox.show([]);
      this.status.replaceChildren(...(title ? [title] : []));
    }
  }

  private say(text: string, hints: readonly Hint[], query: string, isLate: IsLate): void {
    this.status.replaceChildren(text);
    const list = hintList(hints, { ...emptySearch, query }, this.words, this.searchPage);
    if (!list) return;
    // Half-typed operators are no mistakes.
    void pause(restMilliseconds)
      .then(released)
      .then(() => {
        if (!isLate()) this.status.append(list);
      });
  }

  /** What can be searched for, and what was. */
  private explain(): void {
    const { text } = this.words;
    this.status.textContent = `${text.searchHelpWords} ${text.searchHelpStart}`;
    this.combobox.show(recentSearches().map((query) => recentOption(query, this.searchPage)));
  }
}

/** If the page of a hit is the one that is open already, it is not loaded again. */
function markHere(hit: HTMLAnchorElement): void {
  if (hit.pathname !== location.pathname) return;
  setTimeout(() => {
    markFound();
  });
}
