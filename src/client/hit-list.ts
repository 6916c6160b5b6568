import type { Urls } from '../core/urls.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';
import { hitRow } from './hit-elements.ts';
import type { SearchOutcome } from './search-engine.ts';
import type { ThreadHit } from '../core/thread-hit.ts';
import type { IsLate } from './turns.ts';

/** Hits that are shown when the keys rest, and by each press of "Show more". */
export const pageSize = 10;

/** The hits of a search, and the way to more of them. */
export class HitList {
  private readonly list: HTMLElement;
  private readonly more: HTMLElement;
  private readonly urls: Urls;

  /** @param more where the button for more stands */
  constructor(list: HTMLElement, more: HTMLElement, urls: Urls) {
    this.list = list;
    this.more = more;
    this.urls = urls;
  }

  /** How many hits are shown. */
  get length(): number {
    return this.list.childElementCount;
  }

  /** Shows these hits instead of all others. */
  show(hits: readonly ThreadHit[], words: Words): void {
    this.list.replaceChildren(...hits.map((hit) => hitRow(hit, words, this.urls)));
  }

  /** Shows the hits below those that are shown, and a way to more if there are any. */
  async grow(outcome: SearchOutcome, count: number, words: Words, isLate: IsLate): Promise<void> {
    const hits = await outcome.next(count);
    if (isLate()) return;
    this.list.append(...hits.map((hit) => hitRow(hit, words, this.urls)));
    this.more.hidden = this.length >= outcome.total || hits.length === 0;
    this.more.replaceChildren(...(this.more.hidden ? [] : [this.button(outcome, words, isLate)]));
  }

  private button(outcome: SearchOutcome, words: Words, isLate: IsLate): HTMLElement {
    const button = element('button', { type: 'button' }, words.text.showMore);
    button.addEventListener('click', () => {
      const last = this.list.lastElementChild;
      button.disabled = true;
      this.grow(outcome, pageSize, words, isLate).then(
        () => {
          last?.nextElementSibling?.querySelector('a')?.focus();
        },
        // What did not come may come when it is asked for again.
        () => (button.disabled = false),
      );
    });
    return button;
  }
}
