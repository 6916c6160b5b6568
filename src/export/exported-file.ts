import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportedFile } from '../core/schema/exported.ts';

/** A file as an export holds it: as text if its bytes come back from that text, else as base64. */
export function exportedFile(contentDir: string, path: string): ExportedFile {
  const bytes = readFileSync(join(contentDir, path));
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? { path, text } : { path, base64: bytes.toString('base64') };
}

/** The bytes of a file. */
export function bytesOf(file: ExportedFile): Buffer {
  return 'text' in file ? Buffer.from(file.text, 'utf8') : Buffer.from(file.base64, 'base64');
}
