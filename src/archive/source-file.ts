import { constants, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '../core/diagnostic.ts';
import { startOfFile } from '../core/diagnostic.ts';

/** A text file of the content, as it is on disk apart from a byte-order mark and CRLF, which are taken out. */
export type SourceFile = {
  /** Path to name in diagnostics. */
  file: string;
  text: string;
  hasByteOrderMark: boolean;
  hasCarriageReturns: boolean;
};

/** Beyond this size no post can be within the limits, whatever the configuration: it is not even read. */
const largestFile = 4 * 1024 * 1024;

/**
 * Reads a text file. Symbolic links are not followed: they could publish files from outside the content.
 * @param path where it is on disk
 * @param file how diagnostics call it
 */
export function readSourceFile(path: string, file: string): SourceFile | Diagnostic {
  const bytes = readBytes(path, file);
  return 'rule' in bytes ? bytes : decode(bytes.bytes, file);
}

/** Turns bytes into text, or says why they are not text. */
export function decode(bytes: Uint8Array, file: string): SourceFile | Diagnostic {
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
      return problem(file, 'not-text', 'the file is UTF-16, not UTF-8', 'save the file with the encoding UTF-8');
    const lines = longestValidPrefix(bytes.subarray(0, nul)).split('\n');
    return {
      ...problem(file, 'not-text', 'the file is not a text file: it has a NUL byte here', 'save it as UTF-8 text'),
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
    };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const valid = longestValidPrefix(bytes);
    const lines = valid.split('\n');
    return {
      ...problem(file, 'encoding', 'the file is not UTF-8 from here on', 'save the file with the encoding UTF-8'),
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
    };
  }
  const hasByteOrderMark = text.startsWith('\u{FEFF}');
  const hasCarriageReturns = text.includes('\r');
  if (hasByteOrderMark) text = text.slice(1);
  if (hasCarriageReturns) text = text.replace(/\r\n?/g, '\n');
  return { file, text, hasByteOrderMark, hasCarriageReturns };
}

function readBytes(path: string, file: string): { bytes: Uint8Array } | Diagnostic {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = fstatSync(descriptor);
    if (!status.isFile()) {
      return problem(
        file,
        'unreadable',
        'the file is not a plain file',
        'put a file of text in its place, or remove it',
      );
    }
    const { size } = status;
    if (size > largestFile) {
      return problem(
        file,
        'file-too-large',
        `the file has ${size.toLocaleString('en')} bytes; more than ${largestFile.toLocaleString('en')} cannot be a post`,
        'move long logs and listings to a place of their own and link to them',
      );
    }
    const bytes = Buffer.allocUnsafe(size);
    let length = 0;
    while (length < size) {
      const read = readSync(descriptor, bytes, length, size - length, null);
      if (read === 0) break;
      length += read;
    }
    return { bytes: bytes.subarray(0, length) };
  } catch (error) {
    return problem(file, 'unreadable', whyUnreadable(error), 'check that the file is a plain file that you may read');
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Says in plain words why the file system refused. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'this cannot be read: permission denied';
  if (code === 'ELOOP' || code === 'EMLINK') return 'this is a symbolic link, and those are not followed';
  if (code === 'ENOENT') return 'this is not there';
  if (code === 'ENOTDIR') return 'this is a file, where a folder is expected';
  if (code === 'EISDIR') return 'this is a folder, where a file is expected';
  if (code === 'ENAMETOOLONG') return 'this has a name that is too long';
  return `this cannot be read: ${typeof code === 'string' ? code : String(error)}`;
}

/** The text before the first byte that is not UTF-8, found by halving: a prefix of valid text is valid. */
function longestValidPrefix(bytes: Uint8Array): string {
  const prefix = (length: number) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return undefined;
    }
  };
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (prefix(middle) === undefined) invalid = middle;
    else valid = middle;
  }
  return prefix(valid) ?? '';
}

function problem(file: string, rule: string, message: string, fix: string): Diagnostic {
  return { file, ...startOfFile, severity: 'error', rule, message, fix };
}
