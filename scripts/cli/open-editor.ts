import { spawnSync } from 'node:child_process';

/**
 * Opens a file in the editor that VISUAL or EDITOR names, and waits until it is closed.
 * @returns whether there was one that could be opened
 */
export function openEditor(file: string): boolean {
  const [program, ...args] = (process.env['VISUAL'] ?? process.env['EDITOR'] ?? '').split(/\s+/).filter(Boolean);
  if (program === undefined) return false;
  const { error, status } = spawnSync(program, [...args, file], { stdio: 'inherit' });
  return !error && status === 0;
}
