import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { JSONParser } from '@streamparser/json';
import { byteLines } from './byte-lines.ts';
import { jsonFault, offsetOf, placeIn } from './json-fault.ts';
import { SourceError, type PlatformContext } from './model.ts';

/** A value of JSON found in a file. */
export type JsonValue = {
  value: unknown;
  /** The file and, as far as known, the line or the number of the value: `topics.jsonl:3`, `pages.json#2`. */
  where: string;
  /** Whether it is a part that `parts` asked for, rather than a value of its own. */
  isPart: boolean;
};

export type JsonValueOptions = Pick<PlatformContext, 'report' | 'progress'> & {
  /** Path of values that are wanted one by one out of a larger one, so that what comes before a fault is not lost: `$.data.items.*`. */
  parts?: string;
};

/** A first line longer than this is no line of a list of values. */
const longestLine = 64 * 1024 * 1024;

/**
 * Reads values of JSON from a file, one after the other: a line each, one after the other without anything between, or the
 * elements of one list. A broken line is reported with line and column, and the lines after it are read; in the other forms
 * nothing after a fault can be told apart, so reading ends there, with a problem.
 * @throws SourceError if the file is not UTF-8 text at all
 */
export async function* readJsonValues(path: string, options: JsonValueOptions): AsyncGenerator<JsonValue> {
  const form = await formOf(path);
  if (form === 'lines') yield* readLines(path, options);
  else yield* readStream(path, form === 'list' ? ['$.*'] : ['$'], options);
}

async function formOf(path: string): Promise<'lines' | 'list' | 'values'> {
  let first: Buffer | undefined;
  for await (const { bytes, number } of byteLines(path, longestLine)) {
    if (number === 1 && (bytes[0] === 0xff || bytes[0] === 0xfe)) {
      throw new SourceError(`${basename(path)} is UTF-16, not UTF-8; save it as UTF-8`);
    }
    const text = bytes
      .toString('utf8')
      .replace(/^\u{feff}/u, '')
      .trim();
    if (text === '') continue;
    if (text.startsWith('[') && first === undefined) return 'list';
    if (isJson(text)) return 'lines';
    if (first) return 'values';
    first = bytes;
  }
  return 'values';
}

async function* readLines(path: string, { report, progress }: JsonValueOptions): AsyncGenerator<JsonValue> {
  const size = await sizeOf(path);
  for await (const { bytes, number, end } of byteLines(path)) {
    const where = `${basename(path)}:${number}`;
    const text = decode(bytes, where, report).replace(/^\u{feff}/u, '');
    progress(end, size);
    if (text.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      const { offset, reason } = jsonFault(text);
      report.problem('no-json', `${where}:${offset + 1}`, `this line is not JSON: ${reason}; it is left out`);
      continue;
    }
    yield { value, where, isPart: false };
  }
}

async function* readStream(path: string, paths: string[], options: JsonValueOptions): AsyncGenerator<JsonValue> {
  const { report, progress, parts } = options;
  const size = await sizeOf(path);
  const parser = new JSONParser({ paths: parts ? [...paths, parts] : paths, separator: '', keepStack: false });
  const depth = paths[0] === '$' ? 0 : 1;
  let found: { value: unknown; isPart: boolean }[] = [];
  let fault: Error | undefined;
  parser.onValue = ({ value, stack }) => found.push({ value, isPart: stack.length > depth });
  parser.onError = (error) => (fault ??= error);
  let count = 0;
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    parser.write(chunk);
    done += chunk.length;
    progress(done, size);
    for (const { value, isPart } of found) yield { value, where: `${basename(path)}#${++count}`, isPart };
    found = [];
    if (fault) break;
  }
  if (!fault && !parser.isEnded) parser.end();
  if (!fault) return;
  const offset = offsetOf(fault);
  const { line, column } = await placeIn(path, offset ?? size);
  const reason =
    offset === undefined ? 'the file ends in the middle of a value' : 'something stands here that JSON does not have';
  report.problem('no-json', `${basename(path)}:${line}:${column}`, `${reason}; what comes after it is not read`);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

function decode(bytes: Buffer, where: string, report: PlatformContext['report']): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = bytes.toString('utf8');
    report.problem(
      'encoding',
      `${where}:${text.indexOf('\u{fffd}') + 1}`,
      'is not UTF-8 from here on; what cannot be read is shown as \u{fffd}',
    );
    return text;
  }
}

async function sizeOf(path: string): Promise<number> {
  const file = await open(path);
  try {
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}
