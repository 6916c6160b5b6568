import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Report } from '../report.ts';

/** One `<row … />` of a dump's file. Attributes that are null in the database are absent. */
export type Row = { attributes: Readonly<Record<string, string>>; line: number };

/**
 * Reads the rows of one XML file of a dump, in batches. Whatever is broken (not well-formed, cut off, bytes that are not of the
 * encoding, characters that XML forbids) is reported with file, line and column, and reading goes on.
 * @param progress is told how many bytes have been read since the last call
 */
export async function* xmlRows(path: string, report: Report, progress: (bytes: number) => void): AsyncGenerator<Row[]> {
  const name = basename(path);
  const parser = new SaxesParser();
  let rows: Row[] = [];
  let problems = 0;
  parser.on('error', (error) => {
    // The message begins with line and column; after the tenth the file is beyond hope, and more say nothing new.
    if (++problems <= 10) {
      report.problem(
        'broken-xml',
        `${name}:${parser.line}:${parser.column + 1}`,
        error.message.replace(/^\d+:\d+: /, ''),
      );
    }
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (tag === 'row') rows.push({ attributes: { ...attributes }, line: parser.line });
  });
  for await (const { text, bytes } of decoded(
    path,
    name,
    report,
    () => `${name}:${parser.line}:${parser.column + 1}`,
  )) {
    parser.write(text);
    progress(bytes);
    if (rows.length > 0) yield rows;
    rows = [];
  }
  parser.close();
  if (problems > 10) report.problem('broken-xml', name, `${problems - 10} more places are not well-formed`);
  if (rows.length > 0) yield rows;
}

/**
 * The text of a file, decoded by its byte-order mark, else by its XML declaration, else as UTF-8; the mark is left out. A wrong
 * byte becomes U+FFFD, so that it does not cost the rest of the file, and the first is reported.
 */
async function* decoded(
  path: string,
  name: string,
  report: Report,
  place: () => string,
): AsyncGenerator<{ text: string; bytes: number }> {
  let lenient: TextDecoder | undefined;
  let strict: TextDecoder | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) {
    if (!lenient) {
      const encoding = encodingOf(chunk);
      lenient = decoderFor(encoding, false);
      strict = decoderFor(encoding, true);
      if (!lenient) {
        report.problem(
          'unknown-encoding',
          `${name}:1:1`,
          `says that its encoding is ${encoding}, which is not known; save it as UTF-8`,
        );
        return;
      }
      if (lenient.encoding !== 'utf-8') report.info('encoding', name, `is read as ${lenient.encoding}`);
    }
    const text = lenient.decode(chunk, { stream: true });
    try {
      strict?.decode(chunk, { stream: true });
    } catch {
      strict = undefined;
      report.problem(
        'wrong-encoding',
        placeAfter(place(), name, text),
        `has bytes that are not ${lenient.encoding}; they and others after them are shown as \ufffd: save the file as UTF-8`,
      );
    }
    yield { text, bytes: chunk.length };
  }
  yield { text: lenient?.decode() ?? '', bytes: 0 };
}

/** The place of the first U+FFFD of a text that begins where the parser stands. */
function placeAfter(start: string, name: string, text: string): string {
  const [, line = '1', column = '1'] = /:(\d+):(\d+)$/.exec(start) ?? [];
  const before = text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n');
  const last = before.at(-1) ?? '';
  return before.length === 1
    ? `${name}:${line}:${Number(column) + last.length}`
    : `${name}:${Number(line) + before.length - 1}:${last.length + 1}`;
}

function encodingOf(chunk: Buffer): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(
    chunk.toString('latin1', 0, 200),
  )?.[1];
  return declared ?? 'utf-8';
}

function decoderFor(encoding: string, fatal: boolean): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding, { fatal });
  } catch {
    return undefined;
  }
}
