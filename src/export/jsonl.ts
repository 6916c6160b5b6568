import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { exportedLine } from '../core/schema/exported.ts';
import { readArchive, type ReadOptions } from './read-archive.ts';
import { countLine, noCounts, type ExportCounts } from './counts.ts';

/** Writes an archive as JSON Lines, a thread a line. The file is there when it is whole, not before. */
export function exportJsonl(out: string, options: ReadOptions): ExportCounts {
  const temporary = `${out}.new`;
  const file = openSync(temporary, 'w');
  const counts = noCounts();
  try {
    for (const line of readArchive(options)) {
      writeAll(file, Buffer.from(`${JSON.stringify(line)}\n`));
      countLine(counts, line);
    }
  } catch (error) {
    closeSync(file);
    rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(temporary, out);
  return counts;
}

/** The JSON Schema of a line. */
export function jsonlSchema(): object {
  return {
    title: 'A line of an export of Responsa',
    ...z.toJSONSchema(exportedLine, {
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        // `source.id` may be a number in a file, and is text in an export.
        if (zodSchema._zod.def.type === 'pipe' || zodSchema._zod.def.type === 'transform')
          Object.assign(jsonSchema, { type: 'string' });
      },
    }),
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}
