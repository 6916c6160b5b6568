/** Whole numbers by name, and something beside them that JSON can hold. */
export type Columns<Names extends string, Beside> = { beside: Beside; columns: Record<Names, ArrayLike<number>> };

type Shape = { name: string; length: number; lowest: number; bytes: number };

/**
 * Packs columns of whole numbers: a length (4 bytes, big-endian) and JSON that says what is there, then each column above its
 * lowest number, all its low bytes first, then all its next ones. So bytes that are alike stand together, which is what gzip
 * needs to be near the best possible.
 */
export function packColumns<Names extends string, Beside>({ beside, columns }: Columns<Names, Beside>): Uint8Array {
  const shapes = Object.entries<ArrayLike<number>>(columns).map(([name, numbers]): Shape => {
    let [lowest, highest] = [Infinity, -Infinity];
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      if (number < lowest) lowest = number;
      if (number > highest) highest = number;
    }
    let bytes = 0;
    for (let span = highest - lowest; span >= 1; span = Math.floor(span / 256)) bytes++;
    return { name, length: numbers.length, lowest: numbers.length > 0 ? lowest : 0, bytes };
  });
  const header = new TextEncoder().encode(JSON.stringify({ beside, columns: shapes }));
  const packed = new Uint8Array(4 + header.length + shapes.reduce((sum, { length, bytes }) => sum + length * bytes, 0));
  new DataView(packed.buffer).setUint32(0, header.length);
  packed.set(header, 4);
  let end = 4 + header.length;
  for (const { name, length, lowest, bytes } of shapes) {
    const numbers = columns[name as Names];
    for (let byte = 0; byte < bytes; byte++) {
      for (let at = 0; at < length; at++) packed[end++] = Math.floor(((numbers[at] ?? 0) - lowest) / 256 ** byte) % 256;
    }
  }
  return packed;
}

/**
 * Unpacks what `packColumns` packed.
 * @throws Error if it is cut short or something else
 */
export function unpackColumns<Names extends string, Beside>(packed: Uint8Array): Columns<Names, Beside> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const begin = 4 + view.getUint32(0);
  const { beside, columns: shapes } = JSON.parse(new TextDecoder().decode(packed.subarray(4, begin))) as {
    beside: Beside;
    columns: Shape[];
  };
  let end = begin;
  const columns = Object.fromEntries(
    shapes.map(({ name, length, lowest, bytes }) => {
      if (end + length * bytes > packed.length) throw new Error(`The column ${name} is cut short.`);
      const numbers = new Float64Array(length).fill(lowest);
      for (let byte = 0; byte < bytes; byte++) {
        for (let at = 0; at < length; at++) numbers[at] = (numbers[at] ?? 0) + (packed[end++] ?? 0) * 256 ** byte;
      }
      return [name, numbers];
    }),
  ) as Record<Names, Float64Array>;
  return { beside, columns };
}
