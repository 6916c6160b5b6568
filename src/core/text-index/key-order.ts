/** Whether a word stands before another in the index, which orders them by code points: those beyond the first plane come last. */
export function isBefore(a: string, b: string): boolean {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x < y : isSurrogate(y);
  }
  return a.length < b.length;
}

/** The position of the first key that is not before a word; behind the last if there is none. */
export function firstFrom(keys: readonly string[], word: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(keys[middle] ?? '', word)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The position of the first key that is behind a word. */
export function firstBehind(keys: readonly string[], word: string): number {
  const at = firstFrom(keys, word);
  return keys[at] === word ? at + 1 : at;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}
