import { isEmptySearch, readSearch, writeSearch, type SearchState } from '../core/search-state.ts';
import { restMilliseconds } from './typing-pause.ts';

/**
 * The search that the address of the page says, and the way back through those that were settled: what is typed takes the place of what
 * was typed before, but a search that was entered, chosen, opened a hit of or come to stays in the history.
 */
export class SearchAddress {
  /** What was typed and is not in the address yet: to write it there takes longer than to search. */
  private typed: SearchState | undefined;
  private writing: ReturnType<typeof setTimeout> | undefined;
  /** Whether one may want to go back to the search in the address, so that the next one stands behind it and not in its place. */
  private isSettled: boolean;
  private readonly onWritten: () => void;

  /** @param onWritten is told when the address has become another */
  constructor(onWritten: () => void) {
    this.onWritten = onWritten;
    this.isSettled = !isEmptySearch(this.state());
  }

  state(): SearchState {
    return this.typed ?? readSearch(new URLSearchParams(location.search));
  }

  /** @param isTyping whether it is one of the many searches on the way to the one that is meant */
  change(state: SearchState, isTyping: boolean): void {
    this.typed = readSearch(new URLSearchParams(writeSearch(state)));
    clearTimeout(this.writing);
    // The first of them is written at once, so that the place in a search that was settled stays as it is.
    if (!isTyping || this.isSettled) this.write();
    else
      this.writing = setTimeout(() => {
        this.write();
      }, restMilliseconds);
    if (!isTyping) this.isSettled = true;
  }

  /** Writes what is not there yet. */
  write(): void {
    clearTimeout(this.writing);
    if (!this.typed) return;
    const address = location.pathname + writeSearch(this.typed);
    this.typed = undefined;
    if (address === location.pathname + location.search) return;
    if (this.isSettled) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.isSettled = false;
    this.onWritten();
  }

  /** The search is one to come back to. */
  settle(): void {
    this.write();
    this.isSettled = true;
  }

  /** The address has become another by itself: what was not written there yet is gone. */
  follow(): void {
    this.typed = undefined;
    this.isSettled = true;
  }
}
