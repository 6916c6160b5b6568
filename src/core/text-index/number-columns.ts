/**
 * Packs lists of whole numbers, each number in as few bytes as it needs, seven bits in each (LEB128). Lists of numbers below 0 among
 * them are to be folded first.
 * @returns the lists one behind the other
 */
export function packNumbers(lists: readonly (readonly number[])[]): Uint8Array {
  let bytes = new Uint8Array(1024);
  let end = 0;
  for (const list of lists) {
    for (let number of list) {
      if (end + 8 > bytes.length) {
        const grown = new Uint8Array(bytes.length * 2);
        grown.set(bytes);
        bytes = grown;
      }
      while (number > 127) {
        bytes[end++] = (number % 128) | 128;
        number = Math.floor(number / 128);
      }
      bytes[end++] = number;
    }
  }
  return bytes.subarray(0, end);
}

/**
 * Unpacks lists of whole numbers below 2³².
 * @param lengths how many numbers each list has
 * @throws Error if they are cut short
 */
export function unpackNumbers(bytes: Uint8Array, lengths: readonly number[]): Uint32Array[] {
  let at = 0;
  return lengths.map((length) => {
    const list = new Uint32Array(length);
    for (let index = 0; index < length; index++) {
      let number = 0;
      let shift = 0;
      let byte: number | undefined;
      do {
        byte = bytes[at++];
        if (byte === undefined) throw new Error('The index is cut short.');
        number |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      list[index] = number;
    }
    return list;
  });
}

/** Numbers below 0 become odd ones: 0, −1, 1, −2, … become 0, 1, 2, 3, … */
export function folded(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

/** Undoes `folded`. */
export function unfolded(number: number): number {
  return number & 1 ? -((number >>> 1) + 1) : number >>> 1;
}
