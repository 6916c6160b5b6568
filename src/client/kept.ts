/** What this browser keeps for its reader and tells nobody; for one tab where a session is enough. Where it may not, it keeps nothing. */
export function keep(key: string, value: unknown, session = false): void {
  try {
    const storage = session ? sessionStorage : localStorage;
    if (value === undefined) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden.
  }
}

export function kept(key: string, session = false): unknown {
  try {
    return JSON.parse((session ? sessionStorage : localStorage).getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
