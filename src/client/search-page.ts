import type { Hint } from '../core/query/hint.ts';
import { parseQuery } from '../core/query/parse.ts';
import {
  hasFilters,
  isEmptySearch,
  readSearch,
  shortened,
  writeSearch,
  type SearchState,
} from '../core/search-state.ts';
import type { Words } from '../i18n/wording.ts';
import { stepThroughHits } from './hit-keys.ts';
import { pageSize } from './hit-list.ts';
import { keepFocus } from './keep-focus.ts';
import { isPlainClick } from './plain-click.ts';
import { released } from './pressed.ts';
import { ReadingPlace } from './reading-place.ts';
import { giveUpSearch, runSearch, warmSearch } from './run-search.ts';
import { sayAtRest } from './say-at-rest.ts';
import type { FilterName } from './search-filters.ts';
import { SearchAddress } from './search-address.ts';
import { searchPageParts } from './search-page-parts.ts';
import { SearchPageView } from './search-page-view.ts';
import { pageWords } from './search-words.ts';
import { createTurns, type IsLate } from './turns.ts';
import { onTyped, pause, restMilliseconds, settleMilliseconds } from './typing-pause.ts';

/** Hits that are shown at once, if there is room; those below them, and what narrows the search down, follow when the keys rest. */
const mostAtOnce = 3;

/**
 * One search, and what waits until nobody types any more: `settled` all parts of a large index, and until the hints of its query are
 * shown, `hinted`, what is not looked at first.
 */
type Asked = {
  state: SearchState;
  words: Words;
  hints: readonly Hint[];
  settled: Promise<void>;
  hinted: Promise<void>;
  isLate: IsLate;
};

/**
 * The search page: what is searched for is in its address, and every change of it, by keys, by a filter or by going back, shows
 * what the address says. Answers to searches that were overtaken are dropped.
 */
class SearchPage extends HTMLElement {
  private readonly parts = searchPageParts(this);
  private readonly begin = createTurns();
  private view: SearchPageView | undefined;
  private place: ReadingPlace | undefined;
  private dropTyped: (() => void) | undefined;
  private readonly address = new SearchAddress(() => this.place?.stay());
  /** The search that the page shows, as its address says it. */
  private shown: string | undefined;
  /** Whether all hits in sight of the last search came before the next key. */
  private isWhole = false;
  /** What the reader wants counted though much is to be loaded for it. */
  private readonly wanted = new Set<FilterName>();
  private words: Promise<Words | undefined> | undefined;

  connectedCallback(): void {
    const input = this.parts.input();
    this.view = new SearchPageView(this, this.parts, this.base);
    // What leads away leaves the address of what is shown behind, and then the place there.
    for (const type of ['click', 'auxclick', 'pagehide'])
      addEventListener(
        type,
        ({ target }) => {
          if (type === 'pagehide' || (target instanceof Element && target.closest('a'))) this.address.settle();
          else this.address.write();
        },
        true,
      );
    this.place = new ReadingPlace(() => this.view?.hits.length ?? 0);
    stepThroughHits(this, input);
    keepFocus(this, this.parts);
    sayAtRest(input, [this.parts.part('status'), this.parts.part('hints')], this.parts.said());
    this.dropTyped = onTyped(input, () => {
      this.change({ ...this.address.state(), query: input.value }, true);
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.change({ ...this.address.state(), query: input.value });
    });
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-search]') : null;
      if (!link || !isPlainClick(event)) return;
      event.preventDefault();
      this.change(readSearch(new URLSearchParams(link.search)));
      this.fillIn();
    });
    addEventListener('popstate', ({ state }) => {
      this.address.follow();
      // A link within the page is no other search, and leads to its own place.
      const isOther = writeSearch(this.address.state()) !== this.shown;
      if (isOther || state !== null) this.place?.seek(state);
      else this.place?.stay();
      if (!isOther) {
        this.place?.reach(true);
        return;
      }
      this.fillIn();
      void this.show();
    });
    document.addEventListener('keydown', (event) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, dialog[open]') !== null;
      if (event.key !== '?' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const help = this.parts.help();
      help.open = !help.open;
      if (help.open) help.querySelector('summary')?.focus();
    });
    addEventListener('online', () => void this.showAgain());
    void this.loadWords();
    this.fillIn();
    warmSearch(this.base);
    if (isEmptySearch(this.address.state())) {
      input.focus({ preventScroll: true });
      this.place.reach(true);
    } else void this.show();
  }

  /** Nothing, if they cannot be loaded: then the network is gone. The next search asks again, where the browser does. */
  private loadWords(): Promise<Words | undefined> {
    return (this.words ??= pageWords().catch(() => (this.words = undefined)));
  }

  /** A module that did not come once is not asked for again by the same page, so that only a new one has its words. */
  private async showAgain(): Promise<void> {
    if (await this.loadWords()) await this.show();
    else this.reload();
  }

  private reload(): void {
    this.address.write();
    location.reload();
  }

  private fillIn(): void {
    this.parts.input().value = this.address.state().query;
  }

  /** @param isTyping whether it is one of the many searches on the way to the one that is meant */
  private change(state: SearchState, isTyping = false): void {
    this.dropTyped?.();
    this.address.change(state, isTyping);
    void this.show(isTyping);
  }

  private async show(isTyping = false): Promise<void> {
    const isLate = this.begin();
    const state = this.address.state();
    this.shown = writeSearch(state);
    const words = await this.loadWords();
    const { view } = this;
    if (isLate() || !view) return;
    if (!words) {
      view.showWordless(() => {
        this.reload();
      });
      return;
    }
    const { query, hints } = parseQuery(shortened(state.query));
    // Half-typed operators are no mistakes.
    const rested = isTyping ? pause(restMilliseconds) : Promise.resolve();
    const settled = isTyping ? pause(settleMilliseconds) : Promise.resolve();
    view.showHints([], state, words);
    const hinted = rested.then(released).then(() => {
      if (!isLate()) view.showHints(hints, state, words);
    });
    const help = this.parts.help();
    const isEmpty = query.length === 0 && !hasFilters(state);
    // An operator that is half typed asks for nothing, but will in a moment.
    if (isEmpty && state.query !== '') await rested;
    if (isLate()) return;
    help.open = isEmpty;
    if (help.open) {
      view.showHelp();
      this.place?.reach(true);
    } else await this.search(view, { state, words, hints, settled, hinted, isLate });
  }

  private async search(view: SearchPageView, { state, words, hints, settled, hinted, isLate }: Asked): Promise<void> {
    let isAnswered = false;
    const { inSight = mostAtOnce } = view.hits;
    // Where the keys rested before, they rest again, and the hits below those would come and go with each.
    const atOnce = Math.min(this.isWhole ? pageSize : mostAtOnce, inSight);
    this.isWhole = false;
    view.wait(words);
    try {
      const { outcome, hits } = await runSearch(this.base, state, atOnce, isLate, async (first, othersWait) => {
        if (!othersWait) await settled;
        const firstHits = isLate() || isAnswered ? [] : await first.next(atOnce).catch(() => []);
        await released();
        if (!isLate() && !isAnswered && firstHits.length > 0) view.showFirst(first.total, firstHits, state, words);
        await settled;
        return !isLate();
      });
      await released();
      if (isLate()) return;
      isAnswered = true;
      view.showOutcome(outcome, hits, state, words);
      await hinted;
      if (isLate()) return;
      view.showHints([...hints, ...outcome.hints], state, words);
      await view.hits.fill(outcome, this.place?.soughtRows ?? 0, words, isLate);
      if (!isLate()) {
        this.isWhole = true;
        this.place?.reach(false);
      }
      const facets = await outcome.facets(this.wanted);
      await released();
      if (isLate()) return;
      view.showFacets(facets, state, words, (name) => {
        this.wanted.add(name);
        void this.show();
      });
      this.place?.reach(true);
    } catch (error) {
      if (isLate()) return;
      isAnswered = true;
      view.showFailure(giveUpSearch(this.base, error), state, words, () => void this.show());
    } finally {
      if (!isLate()) view.rest();
    }
  }

  private get base(): string {
    return this.dataset['base'] ?? '/';
  }
}

customElements.define('search-page', SearchPage);
