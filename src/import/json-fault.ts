import { createReadStream } from 'node:fs';
import { JSONParser } from '@streamparser/json';

/** Where a text stops being JSON, as an offset in UTF-16 units, and why. Call it for text that `JSON.parse` has refused. */
export function jsonFault(text: string): { offset: number; reason: string } {
  const parser = new JSONParser({ separator: '' });
  let fault: Error | undefined;
  parser.onError = (error) => (fault ??= error);
  parser.onValue = () => undefined;
  parser.write(text);
  if (!fault && !parser.isEnded) parser.end();
  const offset = fault && offsetOf(fault);
  if (offset === undefined) return { offset: text.length, reason: 'it ends in the middle of a value' };
  const before = Buffer.from(text).subarray(0, offset).toString('utf8').length;
  return { offset: before, reason: `${JSON.stringify(text.slice(before, before + 20))} cannot stand here` };
}

/** The offset in bytes that an error of the parser names. */
export function offsetOf(error: Error): number | undefined {
  const offset = /absolute position "(\d+)"/.exec(error.message)?.[1];
  return offset === undefined ? undefined : Number(offset);
}

/** Line and column, from 1, of an offset in bytes. */
export async function placeIn(path: string, offset: number): Promise<{ line: number; column: number }> {
  let line = 1;
  let lineStart = 0;
  let done = 0;
  if (offset > 0) {
    for await (const chunk of createReadStream(path, { end: offset - 1 }) as AsyncIterable<Buffer>) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) {
        line++;
        lineStart = done + at + 1;
      }
      done += chunk.length;
    }
  }
  return { line, column: offset - lineStart + 1 };
}
