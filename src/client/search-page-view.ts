import type { Hint } from '../core/query/hint.ts';
import { shortened, type SearchState } from '../core/search-state.ts';
import { createUrls } from '../core/urls.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';
import { chosenFilters, facetSections } from './facet-elements.ts';
import { hintList } from './hint-elements.ts';
import { HitList } from './hit-list.ts';
import type { SearchOutcome } from './search-engine.ts';
import type { SearchFailure } from './search-error.ts';
import type { Facets } from './search-facets.ts';
import type { FilterName } from './search-filters.ts';
import {
  cannotSearch,
  cutMessage,
  didYouMean,
  foundMessage,
  nearestSearches,
  nothingFound,
  repeated,
} from './search-messages.ts';
import type { SearchPageParts } from './search-page-parts.ts';
import { sortLinks } from './sort-links.ts';
import type { ThreadHit } from '../core/thread-hit.ts';

/** After so many milliseconds, who waits wants to know why. */
const noticedAfter = 300;
/** And after so many, what was found before is gone: it would stand below a query that it does not answer. */
const clearedAfter = 1000;

/** What the search page shows of a search in each state of it. */
export class SearchPageView {
  readonly hits: HitList;
  private readonly page: HTMLElement;
  private readonly parts: SearchPageParts;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private clearing: ReturnType<typeof setTimeout> | undefined;

  /** @param base path of the site */
  constructor(page: HTMLElement, parts: SearchPageParts, base: string) {
    this.page = page;
    this.parts = parts;
    this.hits = new HitList(parts.part('hits'), parts.part('more'), createUrls(location.origin, base));
  }

  /** There is nothing to search for: what could be is. */
  showHelp(): void {
    this.rest();
    this.parts.showOnly('browse');
    this.parts.part('status').textContent = '';
  }

  /** What takes no time is not said. */
  wait(words: Words): void {
    this.stopTimers();
    this.waiting = setTimeout(() => {
      this.parts.part('status').textContent = words.text.searchWaiting;
    }, noticedAfter);
    this.clearing = setTimeout(() => {
      this.parts.showOnly();
      this.parts.part('facets').replaceChildren();
      this.hits.show([], words);
    }, clearedAfter);
    this.page.setAttribute('aria-busy', 'true');
  }

  /** All that was waited for is there. */
  rest(): void {
    this.stopTimers();
    this.page.removeAttribute('aria-busy');
  }

  showHints(hints: readonly Hint[], state: SearchState, words: Words): void {
    const list = hintList(hints, { ...state, query: shortened(state.query) }, words);
    this.parts.part('hints').replaceChildren(...(list ? [list] : []));
  }

  /** Hits of the first part of a large index, until the others have answered too. */
  showFirst(total: number, hits: readonly ThreadHit[], state: SearchState, words: Words): void {
    clearTimeout(this.clearing);
    this.hits.show(hits, words);
    this.showChoice(total, state, words);
    this.parts.showOnly('choice', 'hits');
  }

  showOutcome(outcome: SearchOutcome, hits: readonly ThreadHit[], state: SearchState, words: Words): void {
    const { total, mended, offer } = outcome;
    this.stopTimers();
    const cut = cutMessage(this.parts.input().value, words);
    this.parts.part('status').textContent = foundMessage(outcome, state, words) + cut;
    this.showChoice(total, state, words);
    if (mended !== undefined) this.parts.part('choice').prepend(didYouMean(mended, state, words, total > 0));
    if (offer !== undefined && total > 0) this.parts.part('choice').prepend(didYouMean(offer, state, words));
    if (total === 0) this.showNothing(outcome, state, words);
    else this.parts.showOnly('choice', 'hits', 'facets');
    this.hits.show(hits, words);
  }

  /** @param count counts what was not counted */
  showFacets(facets: Facets, state: SearchState, words: Words, count: (name: FilterName) => void): void {
    this.parts.part('facets').replaceChildren(...facetSections(facets, state, words, count));
  }

  showFailure(failure: SearchFailure, state: SearchState, words: Words, retry: () => void): void {
    this.fail(cannotSearch(failure, state, words, this.page.dataset['web'] ?? '', retry));
  }

  /** The words of the interface did not come: what to say then stands in the page. */
  showWordless(retry: () => void): void {
    const { offline = '', late = '', retry: again = '' } = this.page.dataset;
    const button = element('button', { type: 'button', class: 'call' }, again);
    button.addEventListener('click', retry);
    this.fail([element('p', { class: 'empty-title' }, navigator.onLine ? late : offline), button]);
  }

  private stopTimers(): void {
    clearTimeout(this.waiting);
    clearTimeout(this.clearing);
  }

  private fail(message: HTMLElement[]): void {
    this.stopTimers();
    // Who tries again and fails again finds the same button there.
    message.find((node) => node instanceof HTMLButtonElement)?.setAttribute('data-control', 'retry');
    this.parts.part('message').replaceChildren(...message);
    this.parts.part('status').textContent = message[0]?.textContent ?? '';
    this.parts.showOnly('message', 'ways', 'browse');
  }

  private showNothing({ mended, offer, nearest = [] }: SearchOutcome, state: SearchState, words: Words): void {
    const { ask = '', built = '' } = this.page.dataset;
    const message = this.parts.part('message');
    const asked = { ...state, query: repeated(mended ?? state.query) };
    message.replaceChildren(...nothingFound(asked, words, { href: ask, builtOn: built }, offer));
    const others = nearestSearches(nearest, state, words);
    if (others) message.querySelector('p:nth-of-type(2)')?.after(others);
    this.parts.showOnly('choice', 'message', 'ways');
  }

  private showChoice(total: number, state: SearchState, words: Words): void {
    const toFacets = element('a', { class: 'to-facets', href: '#_facets' }, words.text.filters);
    const chosen = chosenFilters(state, words);
    this.parts
      .part('choice')
      .replaceChildren(...(total > 0 ? [sortLinks(state, words), toFacets] : []), ...(chosen ? [chosen] : []));
  }
}
