import { wantedWords } from '../core/query/plan.ts';
import { rememberFound, sendFound } from './found-words.ts';
import { isPlainClick } from './plain-click.ts';
import { rememberSearch } from './recent-searches.ts';

/**
 * Remembers what was searched for when a hit is opened, and what to mark on its page: in this tab, or in one of its own. Whether the
 * menu of a link opens a tab nobody is told, so that what to mark is sent there when the menu is opened.
 * @param links selects the links of hits within the element
 * @param query what was searched for, when a link is opened
 * @param onOpened is told the link that is opened in this tab
 */
export function rememberOpenedHits(
  root: HTMLElement,
  links: string,
  query: () => string,
  onOpened?: (hit: HTMLAnchorElement) => void,
): void {
  const on = (type: 'click' | 'auxclick' | 'contextmenu', act: (hit: HTMLAnchorElement, event: MouseEvent) => void) => {
    root.addEventListener(type, (event) => {
      const hit = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(links) : null;
      if (hit) act(hit, event);
    });
  };
  const words = () => wantedWords(query());
  on('click', (hit, event) => {
    rememberSearch(query());
    if (!isPlainClick(event)) {
      sendFound(hit, words());
      return;
    }
    rememberFound(hit, words());
    onOpened?.(hit);
  });
  on('auxclick', (hit, { button }) => {
    if (button !== 1) return;
    rememberSearch(query());
    sendFound(hit, words());
  });
  on('contextmenu', (hit) => {
    sendFound(hit, words());
  });
}
