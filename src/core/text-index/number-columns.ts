/**
 * A list of whole numbers to be packed, each in as few bytes as it needs, seven bits in each (LEB128). Those of a list with numbers
 * below 0 are to be folded first.
 */
export class NumberColumn {
  #bytes = new Uint8Array(64);
  #end = 0;
  #length = 0;

  add(number: number): void {
    if (this.#end + 8 > this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    let rest = number;
    while (rest > 127) {
      this.#bytes[this.#end++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#end++] = rest;
    this.#length++;
  }

  /** How many numbers it has. */
  get length(): number {
    return this.#length;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }
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
