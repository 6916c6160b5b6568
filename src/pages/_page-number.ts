/** Reads the number of a listing's page from its address, where page 1 has none: `2`, `3` …; undefined for anything else. */
export function pageNumber(part: string | undefined): number | undefined {
  return part !== undefined && /^[1-9]\d{0,6}$/.test(part) && part !== '1' ? Number(part) : undefined;
}

/** How many pages a listing has: at least one, which says that there is nothing. */
export function lastPage(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}
