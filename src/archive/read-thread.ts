import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';
import { readThreadFolder, type ThreadFolder } from './thread-folder.ts';

/** A thread as it lies on the disk: what is in its folder, and the texts of its posts. */
export type ThreadFiles = {
  folder: ThreadFolder;
  /** What does not belong into the folder. */
  diagnostics: Diagnostic[];
  question?: SourceFile | Diagnostic;
  /** In the order of `folder.answers`. */
  answers: (SourceFile | Diagnostic)[];
};

/**
 * Reads the folder of a thread. Pictures are listed and not opened.
 * @param contentDir where the content folder is on disk
 * @param contentName how diagnostics call it
 */
export function readThread(name: string, contentDir: string, contentName: string): ThreadFiles {
  const path = join(contentDir, 'threads', name);
  const { folder, diagnostics } = readThreadFolder(path, name, `${contentName}/threads/${name}`);
  const read = (file: string) => readSourceFile(join(path, file), `${folder.file}/${file}`);
  return {
    folder,
    diagnostics,
    ...(folder.hasQuestion ? { question: read('question.md') } : {}),
    answers: folder.answers.map(({ id }) => read(`answers/${id}.md`)),
  };
}
