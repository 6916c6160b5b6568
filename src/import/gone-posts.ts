import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './manifest.ts';
import type { Report } from './report.ts';

/**
 * Reports posts of an earlier import that the source no longer has. They stay in the archive: whether to keep them is for a person to
 * decide.
 * @param scope the source, as the manifest calls it
 * @param isLeftOut whether a thread is in the source and only not selected this time
 */
export function reportGonePosts(
  scope: string,
  manifest: Manifest,
  contentDir: string,
  isLeftOut: (threadId: string) => boolean,
  report: Report,
): void {
  const gone = [...manifest.unseen(scope)].filter(
    ({ file, id }) => /^threads\/.*\.md$/.test(file) && !isLeftOut(id) && existsSync(join(contentDir, file)),
  );
  const folders = new Set(gone.flatMap(({ file }) => /^(.*)\/question\.md$/.exec(file)?.[1] ?? []));
  for (const { file, id } of gone) {
    const folder = file.replace(/\/(?:question\.md|answers\/.*)$/, '');
    if (file.endsWith('/question.md')) {
      report.info(
        'gone-thread',
        id,
        `the source no longer has this thread; ${folder} stays: delete it if it should go`,
      );
    } else if (!folders.has(folder)) {
      report.info(
        'gone-answer',
        id,
        `the source no longer has an answer to this; ${file} stays: delete it if it should go`,
      );
    }
  }
}
