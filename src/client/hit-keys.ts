const rows = '[data-part="hits"]:not([hidden]) :is(h2, .hit-answers) a, [data-part="more"]:not([hidden]) button';

/** Lets the arrows go from the box to the hits, from one to the next, and back to the box, and Escape back to it at once. */
export function stepThroughHits(page: HTMLElement, box: HTMLInputElement): void {
  page.addEventListener('keydown', (event) => {
    const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (isComposing || altKey || ctrlKey || metaKey || shiftKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1, Escape: 0 }[key];
    if (by === undefined) return;
    const stops = [box, ...page.querySelectorAll<HTMLElement>(rows)];
    const at = stops.findIndex((stop) => stop === event.target);
    const next = by === 0 ? box : stops[at + by];
    // In the box, Escape empties it.
    if (at < 0 || !next || next === event.target) return;
    event.preventDefault();
    next.focus();
  });
}
