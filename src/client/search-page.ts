import type { Hint } from '../core/query/hint.ts';
import { parseQuery } from '../core/query/parse.ts';
import { planSearch } from '../core/query/plan.ts';
import {
  hasFilters,
  isEmptySearch,
  longestQuery,
  readSearch,
  searchSorts,
  shortened,
  writeSearch,
  type SearchSort,
  type SearchState,
} from '../core/search-state.ts';
import { createUrls } from '../core/urls.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';
import { chosenFilters, facetSections } from './facet-elements.ts';
import { hintList } from './hint-elements.ts';
import { hitRow } from './hit-elements.ts';
import { forgetSearch, openSearch, withSearch, type SearchOutcome } from './search-engine.ts';
import type { FilterName } from './search-filters.ts';
import { failureOf } from './search-error.ts';
import { cannotSearch, didYouMean, nothingFound, nearestSearches } from './search-messages.ts';
import { pageWords } from './search-words.ts';
import { pause, restMilliseconds, typingPause } from './typing-pause.ts';

/** Without words there is no relevance: what is found is then in the order of votes. */
function shownSort({ query, sort }: SearchState): SearchSort {
  const hasWords = planSearch(parseQuery(shortened(query)).query).marked !== '';
  return sort === 'relevance' && !hasWords ? 'votes' : sort;
}

/** Hits that are shown at once; those below them, and what narrows the search down, follow when the keys rest. */
const shownAtOnce = 5;
/** Hits that are shown when the keys rest, and by each press of "Show more". */
const pageSize = 10;

type Part = 'status' | 'hints' | 'choice' | 'hits' | 'more' | 'help' | 'message' | 'ways' | 'facets' | 'browse';

/**
 * The search page: what is searched for is in its address, and every change of it, by keys, by a filter or by going back, shows
 * what the address says. Answers to searches that were overtaken are dropped.
 */
class SearchPage extends HTMLElement {
  /** Counts searches, so that an answer knows whether it is still waited for. */
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private outcome: SearchOutcome | undefined;
  /** The search that the page shows, as its address says it. */
  private shown: string | undefined;
  /** What the reader wants counted though much is to be loaded for it. */
  private readonly wanted = new Set<FilterName>();
  private words: Promise<Words | undefined> | undefined;

  connectedCallback(): void {
    const input = this.input();
    input.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.change({ ...this.state(), query: input.value }, 'replace');
      }, typingPause(input.value));
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.change({ ...this.state(), query: input.value }, 'push');
    });
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-search]') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.change(readSearch(new URLSearchParams(link.search)), 'push');
      this.fillIn();
    });
    addEventListener('popstate', () => {
      // A link within the page is no other search.
      if (writeSearch(this.state()) === this.shown) return;
      this.fillIn();
      void this.show();
    });
    document.addEventListener('keydown', (event) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, dialog[open]') !== null;
      if (event.key !== '?' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.help().open = !this.help().open;
      if (this.help().open) this.help().querySelector('summary')?.focus();
    });
    addEventListener('online', () => void this.showAgain());
    void this.loadWords();
    this.fillIn();
    // Who comes here searches: the index begins to load while they type. A failure is told when there is something to search for.
    openSearch(this.base).then(
      (engine) => {
        engine.warm();
      },
      () => undefined,
    );
    if (isEmptySearch(this.state())) input.focus({ preventScroll: true });
    else void this.show();
  }

  /** Nothing, if they cannot be loaded: then the network is gone. The next search asks again, where the browser does. */
  private loadWords(): Promise<Words | undefined> {
    return (this.words ??= pageWords().catch(() => (this.words = undefined)));
  }

  /** A module that did not come once is not asked for again by the same page, so that only a new one has its words. */
  private async showAgain(): Promise<void> {
    if (await this.loadWords()) await this.show();
    else location.reload();
  }

  private state(): SearchState {
    return readSearch(new URLSearchParams(location.search));
  }

  private fillIn(): void {
    this.input().value = this.state().query;
  }

  private change(state: SearchState, how: 'push' | 'replace'): void {
    clearTimeout(this.timer);
    const address = location.pathname + writeSearch(readSearch(new URLSearchParams(writeSearch(state))));
    if (address !== location.pathname + location.search) {
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(history.state, '', address);
    }
    void this.show(how === 'replace');
  }

  private async show(isTyping = false): Promise<void> {
    const turn = ++this.turn;
    const isLate = () => turn !== this.turn;
    const state = this.state();
    this.shown = writeSearch(state);
    const words = await this.loadWords();
    if (isLate()) return;
    if (!words) {
      const title = this.dataset['offline'] ?? '';
      this.piece('status').textContent = title;
      this.piece('message').replaceChildren(element('p', { class: 'empty-title' }, title));
      this.showOnly('message', 'ways', 'browse');
      return;
    }
    this.outcome = undefined;
    const { query, hints } = parseQuery(shortened(state.query));
    this.showHints([], state, words);
    // Half-typed operators are no mistakes.
    const rested = isTyping ? pause(restMilliseconds) : Promise.resolve();
    void rested.then(() => {
      if (!isLate()) this.showHints(hints, state, words);
    });
    this.help().open = query.length === 0 && !hasFilters(state);
    if (this.help().open) {
      this.removeAttribute('aria-busy');
      this.showOnly('browse');
      this.piece('status').textContent = '';
      return;
    }
    this.piece('status').textContent = words.text.searchWaiting;
    this.setAttribute('aria-busy', 'true');
    try {
      const { outcome, hits } = await withSearch(this.base, async (engine) => {
        const outcome = await engine.search(state, async (first, othersWait) => {
          if (!othersWait) await rested;
          await this.showFirst(first, state, words, isLate);
          await rested;
          return !isLate();
        });
        return { outcome, hits: await outcome.next(shownAtOnce) };
      });
      if (isLate()) return;
      this.outcome = outcome;
      if (outcome.total === 0 && !navigator.onLine) throw new Error('The index may not have come whole.');
      this.showOutcome(outcome, state, words);
      this.piece('hits').replaceChildren(...hits.map((hit) => hitRow(hit, words, this.urls)));
      await rested;
      if (isLate()) return;
      this.showHints([...hints, ...outcome.hints], state, words);
      await this.showNext(outcome, pageSize - hits.length, words, isLate);
      const facets = await outcome.facets(this.wanted);
      if (isLate()) return;
      const count = (name: FilterName) => {
        this.wanted.add(name);
        void this.show();
      };
      this.piece('facets').replaceChildren(...facetSections(facets, state, words, count));
    } catch (error) {
      if (!isLate()) this.showFailure(error, state, words);
    } finally {
      if (!isLate()) this.removeAttribute('aria-busy');
    }
  }

  /** Hits of the first part of a large index, until the others have answered too. */
  private async showFirst(
    outcome: SearchOutcome,
    state: SearchState,
    words: Words,
    isLate: () => boolean,
  ): Promise<void> {
    if (isLate() || this.outcome) return;
    const hits = await outcome.next(shownAtOnce).catch(() => []);
    if (isLate() || hits.length === 0 || !this.hasAttribute('aria-busy')) return;
    this.piece('hits').replaceChildren(...hits.map((hit) => hitRow(hit, words, this.urls)));
    this.showChoice(outcome.total, state, words);
    this.showOnly('choice', 'hits');
  }

  private showHints(hints: readonly Hint[], state: SearchState, words: Words): void {
    const list = hintList(hints, { ...state, query: shortened(state.query) }, words);
    this.piece('hints').replaceChildren(...(list ? [list] : []));
  }

  private showOutcome({ total, mended, offer, nearest = [] }: SearchOutcome, state: SearchState, words: Words): void {
    const { count, fill } = words;
    const threads = count('threads', total);
    const cut = state.query.length > longestQuery ? ` ${fill('searchShortened', { n: longestQuery })}` : '';
    const asked = mended ?? state.query;
    const query = asked.length > 60 ? `${asked.slice(0, 60)}…` : asked;
    this.piece('status').textContent = (query === '' ? threads : fill('searchFound', { threads, query })) + cut;
    this.showChoice(total, state, words);
    if (mended !== undefined) this.piece('choice').prepend(didYouMean(mended, state, words, total > 0));
    if (total === 0) {
      this.piece('message').replaceChildren(
        ...nothingFound(
          { ...state, query },
          words,
          { href: this.dataset['ask'] ?? '', builtOn: this.dataset['built'] ?? '' },
          offer,
        ),
      );
      const others = nearestSearches(nearest, state, words);
      if (others) this.piece('message').querySelector('p:nth-of-type(2)')?.after(others);
      this.showOnly('choice', 'message', 'ways');
      return;
    }
    this.showOnly('choice', 'hits', 'facets');
  }

  private showChoice(total: number, state: SearchState, words: Words): void {
    const toFacets = element('a', { class: 'to-facets', href: '#_facets' }, words.text.filters);
    const chosen = chosenFilters(state, words);
    this.piece('choice').replaceChildren(
      ...(total > 0 ? [this.sortLinks(state, words), toFacets] : []),
      ...(chosen ? [chosen] : []),
    );
  }

  /** The hits below those that are shown, and a way to more of them. */
  private async showNext(outcome: SearchOutcome, count: number, words: Words, isLate: () => boolean): Promise<void> {
    const hits = await outcome.next(count);
    if (isLate()) return;
    const rows = hits.map((hit) => hitRow(hit, words, this.urls));
    this.piece('hits').append(...rows);
    const more = this.piece('more');
    more.hidden = this.piece('hits').childElementCount >= outcome.total || hits.length === 0;
    if (more.hidden) {
      more.replaceChildren();
      return;
    }
    const button = element('button', { type: 'button' }, words.text.showMore);
    button.addEventListener('click', () => {
      const last = this.piece('hits').lastElementChild;
      button.disabled = true;
      void this.showNext(outcome, pageSize, words, isLate).then(() => {
        last?.nextElementSibling?.querySelector('a')?.focus();
      });
    });
    more.replaceChildren(button);
  }

  private showFailure(error: unknown, state: SearchState, words: Words): void {
    forgetSearch(this.base);
    const message = cannotSearch(failureOf(error), state, words, this.dataset['web'] ?? '', () => void this.show());
    this.piece('message').replaceChildren(...message);
    this.piece('status').textContent = message[0]?.textContent ?? '';
    this.showOnly('message', 'ways', 'browse');
  }

  private sortLinks(state: SearchState, { text }: Words): HTMLElement {
    const labels: Record<SearchSort, string> = {
      relevance: text.relevance,
      votes: text.byVotes,
      newest: text.newest,
      active: text.active,
    };
    return element(
      'nav',
      { class: 'choice', 'aria-label': text.order },
      ...searchSorts.map((sort) =>
        element(
          'a',
          {
            href: writeSearch({ ...state, sort }) || '?',
            'data-search': true,
            'aria-current': shownSort(state) === sort && 'true',
          },
          labels[sort],
        ),
      ),
    );
  }

  private showOnly(...parts: Part[]): void {
    for (const node of this.querySelectorAll<HTMLElement>('[data-part]')) {
      const name = node.dataset['part'];
      if (name !== 'status' && name !== 'hints' && name !== 'help') node.hidden = !parts.some((part) => part === name);
    }
  }

  private piece(name: Part): HTMLElement {
    const node = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!node) throw new Error(`The search page has no ${name}.`);
    return node;
  }

  private help(): HTMLDetailsElement {
    const node = this.querySelector<HTMLDetailsElement>('details[data-part="help"]');
    if (!node) throw new Error('The search page has no help.');
    return node;
  }

  private input(): HTMLInputElement {
    const input = this.querySelector('input');
    if (!input) throw new Error('The search page has no input.');
    return input;
  }

  private get base(): string {
    return this.dataset['base'] ?? '/';
  }

  private get urls() {
    return createUrls(location.origin, this.base);
  }
}

customElements.define('search-page', SearchPage);
