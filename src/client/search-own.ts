import { writeSearch, emptySearch } from '../core/search-state.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';
import { chooseSearchKey, hasSearchKey } from './key-choice.ts';
import { offlineSection } from './offline-section.ts';
import { rememberOpenedHits } from './opened-hit.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { pageWords } from './search-words.ts';

/**
 * What is the reader's own on the search page: what they searched for, whether a key opens the search, and whether the archive is kept
 * for reading offline. All of it stays in this browser.
 */
class SearchOwn extends HTMLElement {
  connectedCallback(): void {
    const page = this.closest<HTMLElement>('search-page');
    const query = () => page?.querySelector('input')?.value ?? '';
    page?.addEventListener('submit', () => {
      rememberSearch(query());
      void this.show();
    });
    if (page) rememberOpenedHits(page, '.hit a[href]', query);
    void this.show();
  }

  private async show(): Promise<void> {
    const words = await pageWords().catch(() => undefined);
    if (!words) return;
    const recent = this.recent(words);
    const offline = await offlineSection(this.dataset['base'] ?? '/', words);
    this.replaceChildren(...[recent, offline, this.key(words)].filter((part) => part !== undefined));
  }

  private recent({ text }: Words): HTMLElement | undefined {
    const searches = recentSearches();
    if (searches.length === 0) return undefined;
    const forget = element('button', { type: 'button' }, text.searchForget);
    forget.addEventListener('click', () => {
      forgetSearches();
      forget.closest('section')?.remove();
    });
    return element(
      'section',
      { class: 'facet recent' },
      element('h2', {}, text.searchRecent),
      element(
        'ul',
        {},
        ...searches.map((query) =>
          element('li', {}, element('a', { href: writeSearch({ ...emptySearch, query }), 'data-search': true }, query)),
        ),
      ),
      forget,
    );
  }

  private key({ text }: Words): HTMLElement {
    const box = element('input', { type: 'checkbox', checked: hasSearchKey() });
    box.addEventListener('change', () => {
      chooseSearchKey(box.checked);
    });
    return element('p', { class: 'search-key' }, element('label', {}, box, ' ', text.searchKey));
  }
}

customElements.define('search-own', SearchOwn);
