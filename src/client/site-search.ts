/** Milliseconds in which the dialog must have come; else the search page is gone to. */
const longestWait = 30_000;

/**
 * The way to the search in the head of each page: a link, which this makes the button of a dialog. The key `/` opens it too. The
 * dialog and all that it needs are loaded when it is opened for the first time, and not before.
 */
class SiteSearch extends HTMLElement {
  /** A reader may not want it: see `key-choice.ts`. */
  private readonly hasKey = !isStored('responsa-no-key', () => localStorage);

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    if (this.hasKey) link.setAttribute('aria-keyshortcuts', '/');
    else link.querySelector('kbd')?.remove();
    if (isStored('responsa-found', () => sessionStorage) || isStored('responsa-found', () => localStorage))
      void import('./mark-found.ts').then(({ markFound }) => markFound());
    if (!this.pageInput()) {
      link.setAttribute('role', 'button');
      link.setAttribute('aria-haspopup', 'dialog');
    }
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void this.open(link);
    });
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      void this.open(link);
    });
    document.addEventListener('keydown', (event) => {
      if (
        event.key !== '/' ||
        !this.hasKey ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing ||
        isTyping(event.target)
      )
        return;
      event.preventDefault();
      void this.open(link);
    });
  }

  private async open(link: HTMLAnchorElement): Promise<void> {
    const input = this.pageInput();
    if (input) {
      input.focus();
      input.select();
      return;
    }
    // Who knows the key types on while the dialog is loaded.
    let typed = '';
    const catchKey = (event: KeyboardEvent) => {
      if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      typed += event.key;
    };
    addEventListener('keydown', catchKey, true);
    try {
      const { openSearchDialog } = await Promise.race([
        import('./search-dialog.ts'),
        new Promise<never>((_, reject) => setTimeout(reject, longestWait)),
      ]);
      await openSearchDialog(link.href, this.dataset['base'] ?? '/', () => typed);
    } catch {
      location.assign(link.href + (typed && `?q=${encodeURIComponent(typed)}`));
    } finally {
      removeEventListener('keydown', catchKey, true);
    }
  }

  /** The search page has an input of its own. */
  private pageInput(): HTMLInputElement | null {
    return document.querySelector('search-page input');
  }
}

/** Read here and not by `kept.ts`, which would then be a file more on each page. Storage may be forbidden. */
function isStored(key: string, storage: () => Storage): boolean {
  try {
    return storage().getItem(key) !== null;
  } catch {
    return false;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, dialog[open]') !== null)
  );
}

customElements.define('site-search', SiteSearch);
