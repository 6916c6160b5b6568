/**
 * The way to the search in the head of each page: a link, which this makes the button of a dialog. The key `/` opens it too. The
 * dialog and all that it needs are loaded when it is opened for the first time, and not before.
 */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    link.setAttribute('aria-keyshortcuts', '/');
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
    try {
      const { openSearchDialog } = await import('./search-dialog.ts');
      await openSearchDialog(link.href, this.dataset['base'] ?? '/');
    } catch {
      location.assign(link.href);
    }
  }

  /** The search page has an input of its own. */
  private pageInput(): HTMLInputElement | null {
    return document.querySelector('search-page input');
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, dialog[open]') !== null)
  );
}

customElements.define('site-search', SiteSearch);
