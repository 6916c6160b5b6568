/** A value of those kinds that Pagefind's files have: whole numbers, texts and lists (RFC 8949, major types 0, 1, 3 and 4). */
export type CborValue = number | string | CborValue[];

/** Reads CBOR from a place on, value after value. */
export function cborReader(bytes: Uint8Array, begin: number) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = begin;

  /** @returns the kind of the next value, and its number: itself, or how long it is */
  const head = (): [kind: number, number: number] => {
    const first = view.getUint8(at++);
    const kind = first >> 5;
    const short = first & 31;
    if (short < 24) return [kind, short];
    const size = 2 ** (short - 24);
    if (size > 4) throw new Error(`At ${at - 1} stands a number of ${size} bytes.`);
    at += size;
    return [kind, size === 1 ? view.getUint8(at - 1) : size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4)];
  };
  const read = (): CborValue => {
    const [kind, number] = head();
    if (kind === 0) return number;
    if (kind === 1) return -1 - number;
    if (kind === 3) return decoder.decode(bytes.subarray(at, (at += number)));
    if (kind === 4) return Array.from({ length: number }, read);
    throw new Error(`At ${at} stands something of the kind ${kind}.`);
  };

  return {
    read,
    /** Goes past a value. */
    skip(): void {
      for (let left = 1; left > 0; left--) {
        const [kind, number] = head();
        if (kind === 3) at += number;
        else if (kind === 4) left += number;
        else if (kind > 1) throw new Error(`At ${at} stands something of the kind ${kind}.`);
      }
    },
    /** Goes into a list. @returns how many values are in it */
    list(): number {
      const [kind, number] = head();
      if (kind !== 4) throw new Error(`At ${at} stands something of the kind ${kind}, not a list.`);
      return number;
    },
    position: () => at,
  };
}
