import type { SearchPageParts } from './search-page-parts.ts';

/** A control that has the focus. */
type Held = {
  node: Element;
  /** What it is in every rendering, as its `data-control` says, or that of what it stands in; nothing if it is in one rendering only. */
  control: string | undefined;
  /** In which part of the page. */
  part: string | undefined;
  /** Whether a key has pressed it: then the focus must be seen where it goes, and else nothing may move for it. */
  isPressed: boolean;
};

/**
 * Keeps the focus of the search page, where each rendering replaces the controls that led to it: it goes on to the same control, else
 * to the one among what was chosen that takes the same back, and else to the line that says what was found. Not if the reader has
 * meanwhile put it elsewhere.
 */
export function keepFocus(page: HTMLElement, parts: SearchPageParts): void {
  let held: Held | undefined;
  const hold = ({ type, detail }: UIEvent) => {
    const node = document.activeElement;
    held =
      node && page.contains(node)
        ? {
            node,
            control: node.closest<HTMLElement>('[data-control]')?.dataset['control'],
            part: node.closest<HTMLElement>('[data-part]')?.dataset['part'],
            isPressed: type === 'click' && detail === 0,
          }
        : undefined;
  };
  for (const type of ['focusin', 'click'] as const) document.addEventListener(type, hold, true);

  const goOn = () => {
    const { activeElement } = document;
    if (!held || (activeElement !== held.node && activeElement !== document.body)) return;
    const { node, control, part, isPressed } = held;
    if (node.isConnected && node.checkVisibility()) return;
    const isWhole = !page.hasAttribute('aria-busy');
    const same = sameControl(page, control, isWhole ? [part, 'choice'] : [part]);
    // Where there is nothing to say, there is nothing searched for either.
    const line = isPressed && parts.part('status').textContent === '' ? parts.input() : parts.part('status');
    if (same || isWhole) (same ?? line).focus({ preventScroll: !isPressed });
  };
  new MutationObserver(goOn).observe(page, {
    childList: true,
    subtree: true,
    attributeFilter: ['hidden', 'aria-busy'],
  });
}

function sameControl(
  page: HTMLElement,
  control: string | undefined,
  parts: readonly (string | undefined)[],
): HTMLElement | undefined {
  if (control === undefined) return undefined;
  const named = `[data-control="${CSS.escape(control)}"]`;
  return parts
    .flatMap((part) => [
      ...page.querySelectorAll<HTMLElement>(`[data-part="${part ?? ''}"] :is(${named}, ${named} *):is(a, button)`),
    ])
    .find((node) => node.checkVisibility());
}
