import { resolve } from 'node:path';
import { readSourceFile } from './source-file.ts';

/** Gives the lines of files to show with diagnostics, as they were counted when the files were parsed. */
export function sourceLines(workingDir: string): (file: string) => readonly string[] | undefined {
  return (file) => {
    const source = readSourceFile(resolve(workingDir, file), file);
    return 'rule' in source ? undefined : source.text.split('\n');
  };
}
