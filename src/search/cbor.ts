/** The kinds of values that Pagefind's files have (RFC 8949, major types). */
const kinds = { natural: 0, negative: 1, text: 3, list: 4 } as const;

export type CborReader = ReturnType<typeof cborReader>;

/**
 * Reads CBOR from a place on, value after value, each of the kind that is asked for.
 * @throws Error, each function, if the next value is of another kind
 */
export function cborReader(bytes: Uint8Array, begin: number) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = begin;
  /** Of the value that was begun last. */
  let kind = 0;

  /** Begins the next value. @returns its number: itself, or how long it is */
  const head = (): number => {
    const first = view.getUint8(at++);
    kind = first >> 5;
    const short = first & 31;
    if (short < 24) return short;
    if (short === 24) return view.getUint8(at++);
    if (short === 25) return view.getUint16((at += 2) - 2);
    if (short === 26) return view.getUint32((at += 4) - 4);
    throw new Error(`At ${at - 1} stands a number of more than four bytes.`);
  };
  const refuse = (wanted: string): never => {
    throw new Error(`At ${at} of the index stands something of the kind ${kind}, not ${wanted}.`);
  };
  const number = (): number => {
    const value = head();
    if (kind === kinds.natural) return value;
    return kind === kinds.negative ? -1 - value : refuse('a number');
  };
  const list = (): number => {
    const length = head();
    return kind === kinds.list ? length : refuse('a list');
  };

  return {
    number,
    /** Goes into a list. @returns how many values are in it */
    list,
    text(): string {
      const length = head();
      if (kind !== kinds.text) refuse('a text');
      return decoder.decode(bytes.subarray(at, (at += length)));
    },
    /** Reads a list of numbers. */
    numbers(): number[] {
      const values: number[] = [];
      for (let left = list(); left > 0; left--) values.push(number());
      return values;
    },
    /** Goes past a value. */
    skip(): void {
      for (let left = 1; left > 0; left--) {
        const length = head();
        if (kind === kinds.text) at += length;
        else if (kind === kinds.list) left += length;
        else if (kind !== kinds.natural && kind !== kinds.negative) refuse('a number, a text or a list');
      }
    },
  };
}
