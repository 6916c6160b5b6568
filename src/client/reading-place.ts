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
  /** Whether the rows are those of the entry: else where the reader is among them is no place in it. */
  private areThere = false;

  /** @param rows how many rows are shown */
  constructor(rows: () => number) {
    this.rows = rows;
    this.sought = placeIn(history.state);
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

  /** Has the place looked for that another entry of the history says; one that nobody scrolled or pressed anything in says none. */
  seek(state: unknown): void {
    this.stay();
    this.sought = placeIn(state) ?? { top: 0, rows: 0 };
    this.areThere = false;
  }

  /** The reader is where they are, in an entry that may be a new one. */
  stay(): void {
    clearTimeout(this.timer);
    this.sought = undefined;
  }

  /**
   * The rows are there: scrolls to the place that is looked for, as far as the page reaches.
   * @param isWhole whether it will reach no further
   */
  reach(isWhole: boolean): void {
    this.areThere = true;
    if (!this.sought) return;
    const { top } = this.sought;
    scrollTo({ top, behavior: 'instant' });
    if (isWhole || Math.abs(scrollY - top) <= 1) this.sought = undefined;
  }

  /** What is on its way to the place is no place of its own. */
  private note(): void {
    clearTimeout(this.timer);
    if (this.areThere && !this.sought) history.replaceState({ top: scrollY, rows: this.rows() } satisfies Place, '');
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
