import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Folder that a site is put together in before it takes the place of the old one: beside it, so that a rename suffices. */
export function stagingFolder(outDir: string): string {
  return join(dirname(outDir), `.${basename(outDir)}.staging-${process.pid}`);
}

const oldFolder = (outDir: string) => join(dirname(outDir), `.${basename(outDir)}.old`);

/** Puts the staged site in the place of the old one. At any moment one of the two is whole under a known name. */
export async function swap(staging: string, outDir: string): Promise<void> {
  const old = oldFolder(outDir);
  await remove(old);
  if (existsSync(outDir)) renameSync(outDir, old);
  try {
    renameSync(staging, outDir);
  } catch (error) {
    if (existsSync(old)) renameSync(old, outDir);
    throw error;
  }
  await remove(old);
}

/** Removes a folder whole, if it is there. The synchronous way takes several times as long for a large site. */
export async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Clears away what a build that was killed left behind, and puts the old site back if it was killed between two renames. */
export async function recover(outDir: string): Promise<void> {
  const old = oldFolder(outDir);
  if (existsSync(old) && !existsSync(outDir)) renameSync(old, outDir);
  const parent = dirname(outDir);
  if (!existsSync(parent)) return;
  const prefix = `.${basename(outDir)}.staging-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) await remove(join(parent, name));
  }
}

/** Clears away the stores of builds and dev servers that were killed. */
export function dropOrphans(workDir: string): void {
  for (const name of readdirSync(workDir)) {
    const pid = /^(?:archive|dev)-(\d+)\.db(?:-wal|-shm)?$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(workDir, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
