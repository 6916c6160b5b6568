/** The position of the first number, among those in order from one position to another, that is not below the one given; else the end. */
export function firstAtLeast(numbers: ArrayLike<number>, least: number, begin = 0, end = numbers.length): number {
  let [low, high] = [begin, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
