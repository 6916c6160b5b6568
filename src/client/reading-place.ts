/** Where a reader is on a page whose rows come late: how far down, in CSS pixels, and how many rows there are. */
type Place = { top: number; rows: number };

/** A page that scrolls is noted when it rests for so long: browsers take only so many notes at once. */
const noteAfter = 150;
/** Rows that are brought back at most. */
const mostRows = 200;

/**
 * Keeps the place of the reader in the history's own entry of the page, and finds it again when they come back to that entry: the
 * browser itself would look for it before the rows are there.
 */
export class ReadingPlace {
  private readonly rows: () => number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the reader was when they left, until they are there again or go elsewhere. */
  private sought: Place | undefined;

  /** @param rows how many rows are shown */
  constructor(rows: () => number) {
    this.rows = rows;
    this.seek(history.state);
    history.scrollRestoration = 'manual';
    addEventListener('scroll', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.note();
      }, noteAfter);
    });
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
      addEventListener(type, () => (this.sought = undefined), { capture: true, passive: true });
    // What is clicked may lead away.
    addEventListener(
      'click',
      () => {
        this.note();
      },
      true,
    );
  }

  /** How many rows it takes to be where the reader was. */
  get soughtRows(): number {
    return this.sought?.rows ?? 0;
  }

  /** Has the place looked for that an entry of the history says, if it says one. */
  seek(state: unknown): void {
    clearTimeout(this.timer);
    this.sought = placeIn(state);
  }

  /**
   * Scrolls to the place that is looked for, as far as the page reaches.
   * @param isWhole whether it will reach no further
   */
  reach(isWhole: boolean): void {
    if (!this.sought) return;
    const { top } = this.sought;
    scrollTo({ top, behavior: 'instant' });
    if (isWhole || Math.abs(scrollY - top) <= 1) this.sought = undefined;
  }

  /** What is on its way to the place is no place of its own. */
  private note(): void {
    clearTimeout(this.timer);
    if (!this.sought) history.replaceState({ top: scrollY, rows: this.rows() } satisfies Place, '');
  }
}

function placeIn(state: unknown): Place | undefined {
  const isPlace =
    typeof state === 'object' &&
    state !== null &&
    'top' in state &&
    typeof state.top === 'number' &&
    'rows' in state &&
    typeof state.rows === 'number';
  return isPlace ? { top: state.top as number, rows: Math.min(state.rows as number, mostRows) } : undefined;
}
