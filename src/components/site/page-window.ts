/**
 * The page numbers to show: the first, the last, the current one with its neighbours, and `undefined` for each gap. A gap of
 * one page is closed, since the number is no longer than the dots.
 */
export function pageWindow(page: number, last: number): (number | undefined)[] {
  const shown = new Set([1, page - 1, page, page + 1, last]);
  const items: (number | undefined)[] = [];
  let before = 0;
  for (const item of [...shown].filter((item) => item >= 1 && item <= last).sort((a, b) => a - b)) {
    if (item - before === 2) items.push(item - 1);
    else if (item - before > 2) items.push(undefined);
    items.push(item);
    before = item;
  }
  return items;
}
