/**
 * Writes CBOR (RFC 8949) of whole numbers from 0, texts and lists.
 * @param opening bytes before it
 */
export function cborWriter(opening: string) {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1 << 16);
  let view = new DataView(bytes.buffer);
  let at = 0;
  const room = (size: number) => {
    if (at + size <= bytes.length) return;
    const larger = new Uint8Array(2 * (at + size));
    larger.set(bytes.subarray(0, at));
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  const head = (kind: number, number: number) => {
    room(5);
    if (number < 24) view.setUint8(at++, (kind << 5) | number);
    else if (number < 65_536) {
      view.setUint8(at, (kind << 5) | 25);
      view.setUint16(at + 1, number);
      at += 3;
    } else {
      view.setUint8(at, (kind << 5) | 26);
      view.setUint32(at + 1, number);
      at += 5;
    }
  };
  const raw = (text: Uint8Array) => {
    room(text.length);
    bytes.set(text, at);
    at += text.length;
  };
  raw(encoder.encode(opening));
  return {
    number(number: number): void {
      head(0, number);
    },
    text(text: string): void {
      const encoded = encoder.encode(text);
      head(3, encoded.length);
      raw(encoded);
    },
    /** What is written next is in it. */
    list(length: number): void {
      head(4, length);
    },
    finish: (): Uint8Array<ArrayBuffer> => bytes.slice(0, at),
  };
}
