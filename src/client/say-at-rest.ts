import { element } from './element.ts';
import type { SearchPageParts } from './search-page-parts.ts';

/** After so many milliseconds without a key and without anything new to read, it is said what there is. */
const sayAfter = 600;

/**
 * Says to screen readers what was found and what there is to say of the query, in a region for them alone: the page shows that at each
 * key, and would else be heard at each.
 */
export function sayAtRest(page: HTMLElement, parts: SearchPageParts): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    timer = undefined;
    // What has the focus was heard when it got it.
    const shown = page.querySelectorAll('[data-part="status"]:not(:focus), [data-part="hints"] li');
    parts.said().replaceChildren(...Array.from(shown, ({ textContent }) => element('p', {}, textContent)));
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(say, sayAfter);
  };
  const observer = new MutationObserver(wait);
  for (const name of ['status', 'hints'] as const) observer.observe(parts.part(name), { childList: true });
  parts.input().addEventListener('input', () => {
    if (timer !== undefined) wait();
  });
}
