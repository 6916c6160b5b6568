import { copyFileSync, constants, lstatSync, mkdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeTextFile } from '../write-text-file.ts';

/** A text that takes the place of another; the path is below the content folder, as it is before anything is moved. */
export type FileChange = { path: string; before: string; after: string };

/** What is to be done to the content. Nothing is done until `carryOut`. */
export type ContentPlan = {
  changes: readonly FileChange[];
  /** Files and folders that get another place, below the content folder, after the changes. */
  moves: readonly { from: string; to: string }[];
  /** Files that are needed at a second place too, before the moves. */
  copies?: readonly { from: string; to: string }[];
};

/** A file was changed by somebody else, or stands in the way. */
export class PlanOutdated extends Error {}

/**
 * Carries out a plan: texts first, each at once or not at all, then copies and moves. Nothing is overwritten and nothing deleted but folders that a move left empty.
 * @throws PlanOutdated before anything is done, if the content is not as it was planned for
 */
export function carryOut(contentDir: string, { changes, moves, copies = [] }: ContentPlan): void {
  for (const { path, before } of changes) {
    if (readFileSync(join(contentDir, path), 'utf8') !== before)
      throw new PlanOutdated(`${path} has changed in the meantime; nothing was done`);
  }
  for (const { from, to } of [...copies, ...moves]) {
    // On file systems that do not tell capitals apart, the new name of a folder is the old one.
    if (from.toLowerCase() !== to.toLowerCase() && lstatSync(join(contentDir, to), { throwIfNoEntry: false }))
      throw new PlanOutdated(`${to} is there already; nothing was done`);
  }
  for (const { path, after } of changes) writeTextFile(join(contentDir, path), after);
  for (const { from, to } of copies) {
    mkdirSync(dirname(join(contentDir, to)), { recursive: true });
    copyFileSync(join(contentDir, from), join(contentDir, to), constants.COPYFILE_EXCL);
  }
  for (const { from, to } of moves) {
    const between = join(contentDir, `${dirname(to)}/.responsa-${process.pid}.moving`);
    mkdirSync(dirname(between), { recursive: true });
    renameSync(join(contentDir, from), between);
    renameSync(between, join(contentDir, to));
    removeIfEmpty(dirname(join(contentDir, from)));
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // There is something left in it.
  }
}
