/** What the search page shows besides its form; the status, the hints and the help are always there. */
export type Part = 'status' | 'hints' | 'choice' | 'hits' | 'more' | 'help' | 'message' | 'ways' | 'facets' | 'browse';

const always: ReadonlySet<string | undefined> = new Set<Part>(['status', 'hints', 'help']);

export type SearchPageParts = ReturnType<typeof searchPageParts>;

/** The elements of the search page. Each throws if the page does not have it. */
export function searchPageParts(page: HTMLElement) {
  const one = <Found extends Element>(selector: string): Found => {
    const node = page.querySelector<Found>(selector);
    if (!node) throw new Error(`The search page has no ${selector}.`);
    return node;
  };
  return {
    part: (name: Part) => one<HTMLElement>(`[data-part="${name}"]`),
    /** For screen readers alone. */
    said: () => one<HTMLElement>('[data-said]'),
    help: () => one<HTMLDetailsElement>('details[data-part="help"]'),
    input: () => one<HTMLInputElement>('input'),
    /** Shows these parts and hides the others. */
    showOnly(...parts: Part[]): void {
      for (const node of page.querySelectorAll<HTMLElement>('[data-part]')) {
        const name = node.dataset['part'];
        if (!always.has(name)) node.hidden = !parts.some((part) => part === name);
      }
    },
  };
}
