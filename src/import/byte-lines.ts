import { createReadStream } from 'node:fs';

/** A line of a file without its `\n`. */
export type ByteLine = {
  bytes: Buffer;
  /** Counted from 1. */
  number: number;
  /** How many bytes of the file have been read with it. */
  end: number;
};

/**
 * The lines of a file as bytes, so that each can be decoded and judged by itself.
 * @param longest ends without the line if a line has more bytes than this
 */
export async function* byteLines(path: string, longest = Infinity): AsyncGenerator<ByteLine> {
  let pieces: Buffer[] = [];
  let length = 0;
  let number = 0;
  let end = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, at));
      end += length + at - from + 1;
      yield { bytes: Buffer.concat(pieces), number: ++number, end };
      pieces = [];
      length = 0;
      from = at + 1;
    }
    if (from < chunk.length) {
      pieces.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > longest) return;
    }
  }
  if (length > 0) yield { bytes: Buffer.concat(pieces), number: ++number, end: end + length };
}
