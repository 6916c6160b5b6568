import { cleanText } from '../clean-text.ts';
import type { Report } from '../report.ts';
import { SourceError } from '../model.ts';

/**
 * The text of a file, `\n` between lines, without a byte-order mark. What is not UTF-8 is shown as U+FFFD, with a problem.
 * @throws SourceError for UTF-16, which no line of could be read
 */
export function decodeText(bytes: Buffer, file: string, report: Report): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new SourceError(`${file} is UTF-16, not UTF-8; save it as UTF-8`);
  }
  const raw = bytes.toString('utf8').replace(/^\u{feff}/u, '');
  if (!Buffer.from(raw).equals(bytes.subarray(bytes.length - Buffer.byteLength(raw)))) {
    const before = raw.slice(0, raw.indexOf('\u{fffd}')).split('\n');
    report.problem(
      'encoding',
      `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`,
      'is not UTF-8 from here on; what cannot be read is shown as \u{fffd}',
    );
  }
  const { text, removed } = cleanText(raw);
  if (removed > 0) report.changed('invisible', file, `${removed} characters that nobody sees were taken out`);
  return text;
}
