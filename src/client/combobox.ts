import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';

/**
 * An input with a list of options below it, as the ARIA Authoring Practices have it: the focus stays in the input, and the arrows go
 * through the options.
 */
export class Combobox {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;

  constructor({ text }: Words) {
    this.list = element('div', {
      id: '_hits',
      role: 'listbox',
      'aria-label': text.search,
      class: 'finder-hits',
      hidden: true,
    });
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
    this.input.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      this.step(event.key === 'ArrowDown' ? 1 : -1);
    });
  }

  /** The option that the arrows have come to. */
  get chosen(): HTMLElement | undefined {
    return this.options().find((option) => option.ariaSelected === 'true');
  }

  /** Shows these options, none of them chosen. */
  show(options: readonly HTMLElement[]): void {
    options.forEach((option, index) => (option.id = `_hit-${index}`));
    this.list.replaceChildren(...options);
    this.list.hidden = options.length === 0;
    this.list.scrollTop = 0;
    this.input.ariaExpanded = String(options.length > 0);
    this.input.removeAttribute('aria-activedescendant');
  }

  /** From the input down to the first and up to the last, and beyond either end back to the input. */
  private step(by: 1 | -1): void {
    const options = this.options();
    const at = options.findIndex((option) => option === this.chosen);
    const next = options[((at + 1 + by + options.length + 1) % (options.length + 1)) - 1];
    for (const option of options) option.ariaSelected = String(option === next);
    if (next) this.input.setAttribute('aria-activedescendant', next.id);
    else this.input.removeAttribute('aria-activedescendant');
    next?.scrollIntoView({ block: 'nearest' });
  }

  private options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role="option"]')];
  }
}
