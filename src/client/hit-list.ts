import type { Urls } from '../core/urls.ts';
import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';
import { hitRow } from './hit-elements.ts';
import type { SearchOutcome } from './search-engine.ts';
import { failureOf } from './search-error.ts';
import { failureMessage } from './search-messages.ts';
import type { ThreadHit } from '../core/thread-hit.ts';
import type { IsLate } from './turns.ts';

/** Hits that a page has, and that each press of "Show more" brings. */
export const pageSize = 10;
/** Each hit is a file of its own: those out of sight wait until the reader comes so near, in CSS pixels. */
const nearness = 100;
/** Who sees no more than this of the end of the list, above, looks at what is below it, which more hits would push away. */
const past = 100;

/** The hits of a search, and the way to more of them. */
export class HitList {
  private readonly list: HTMLElement;
  private readonly more: HTMLElement;
  private readonly urls: Urls;
  private waiting: AbortController | undefined;

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

  /** How many hits the screen holds, if they are as tall as those that are shown; nobody knows if none is. */
  get inSight(): number | undefined {
    const { top, height } = this.list.getBoundingClientRect();
    return height === 0 ? undefined : Math.max(1, Math.ceil((innerHeight - Math.max(0, top)) / (height / this.length)));
  }

  /** Shows these hits instead of all others. */
  show(hits: readonly ThreadHit[], words: Words): void {
    this.waiting?.abort();
    this.list.replaceChildren(...hits.map((hit) => hitRow(hit, words, this.urls)));
  }

  /**
   * Shows the hits below those that are shown, as far as the reader sees, the others of the page when the reader comes near or is
   * about to print it or to look for something in it, and then a way to more.
   * @param least rows that are shown though nobody sees them
   */
  async fill(outcome: SearchOutcome, least: number, words: Words, isLate: IsLate): Promise<void> {
    const most = Math.max(pageSize, least);
    let areMore = true;
    while (areMore && this.length < Math.min(most, outcome.total)) {
      if (this.length >= least && this.missing() === 0) {
        this.whenWanted(() => {
          if (isLate()) return;
          this.fill(outcome, most, words, isLate).catch(() => {
            if (!isLate()) this.offerMore(outcome, true, words, isLate);
          });
        });
        return;
      }
      const count = Math.max(this.missing(), least - this.length);
      areMore = await this.grow(outcome, Math.min(most - this.length, count), words, isLate);
    }
    if (!isLate()) this.offerMore(outcome, areMore, words, isLate);
  }

  /** @returns whether more came */
  private async grow(outcome: SearchOutcome, count: number, words: Words, isLate: IsLate): Promise<boolean> {
    const hits = await outcome.next(count);
    if (isLate()) return false;
    this.list.append(...hits.map((hit) => hitRow(hit, words, this.urls)));
    return hits.length > 0;
  }

  /** How many hits are missing until none is near, if they are as tall as those that are shown. */
  private missing(): number {
    const { bottom, height } = this.list.getBoundingClientRect();
    const free = innerHeight + nearness - bottom;
    return free <= 0 ? 0 : Math.ceil(free / (height / this.length || 1));
  }

  private whenWanted(act: () => void): void {
    this.waiting?.abort();
    const waiting = (this.waiting = new AbortController());
    const { signal } = waiting;
    const go = () => {
      waiting.abort();
      act();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) go();
      },
      { rootMargin: `${-past}px 0px ${nearness}px` },
    );
    // Empty as yet, it stands where the list ends.
    this.more.hidden = false;
    this.more.replaceChildren();
    observer.observe(this.more);
    signal.addEventListener('abort', () => {
      observer.disconnect();
    });
    addEventListener('beforeprint', go, { signal });
    const isKeyOf = (name: string) => /^(?:key)?[fp]$/i.test(name);
    addEventListener(
      'keydown',
      ({ key, code, ctrlKey, metaKey }) => {
        if ((ctrlKey || metaKey) && (isKeyOf(key) || isKeyOf(code))) go();
      },
      { signal },
    );
  }

  /** Ends the list with a button, if there are more. */
  private offerMore(outcome: SearchOutcome, areMore: boolean, words: Words, isLate: IsLate): void {
    this.more.hidden = !areMore || this.length >= outcome.total;
    this.more.replaceChildren(...(this.more.hidden ? [] : [this.button(outcome, words, isLate)]));
  }

  private button(outcome: SearchOutcome, words: Words, isLate: IsLate): HTMLElement {
    const button = element('button', { type: 'button' }, words.text.showMore);
    button.addEventListener('click', () => {
      const last = this.list.lastElementChild;
      button.disabled = true;
      this.grow(outcome, pageSize, words, isLate).then(
        (areMore) => {
          if (isLate()) return;
          this.offerMore(outcome, areMore, words, isLate);
          last?.nextElementSibling?.querySelector('a')?.focus();
        },
        (error: unknown) => {
          if (isLate()) return;
          // What did not come may come when it is asked for again.
          button.disabled = false;
          const [title] = failureMessage(failureOf(error), words);
          // The button stays where it is, and the focus with it.
          while (button.previousSibling) button.previousSibling.remove();
          button.before(element('span', { role: 'status' }, title), ' ');
        },
      );
    });
    return button;
  }
}
