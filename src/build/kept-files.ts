import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeDatabase } from '../archive/remove-database.ts';
import { hashFiles } from './hash-files.ts';
import type { CompiledPages } from './compile.ts';
import type { Settings } from './settings.ts';

/** What turns the files of a thread into what is kept of it. */
const program = ['src/archive', 'src/core', 'src/i18n', 'src/markdown', 'package-lock.json'];

/** Files of this many configurations stay, so that going to and fro between two of them costs nothing. */
const keptFiles = 3;

/**
 * The file that loaded threads are kept in: another one for every version of the program, configuration and content folder.
 * @param root the project's folder
 */
export function keptThreadsFile(root: string, { config, contentDir, contentName }: Settings): string {
  const hash = hashOf(process.version, config, contentDir, contentName);
  hashFiles(hash, root, program);
  return keptFile(join(root, '.responsa', 'threads'), hash);
}

/** The file that says what the pages of a site were made from: another one for every version of the pages, configuration and site. */
export function pageTracesFile(root: string, { entry }: CompiledPages, outDir: string, { config }: Settings): string {
  return keptFile(join(root, '.responsa', 'pages'), hashOf(entry, outDir, config));
}

function hashOf(...parts: unknown[]): Hash {
  return createHash('sha256').update(JSON.stringify(parts));
}

/** A file in a folder by the hash of what it depends on. The folder is made, and the files in it that were written longest ago go. */
function keptFile(folder: string, hash: Hash): string {
  const name = `${hash.digest('hex').slice(0, 16)}.db`;
  mkdirSync(folder, { recursive: true });
  const others = readdirSync(folder)
    .filter((other) => other.endsWith('.db') && other !== name)
    .map((other) => ({ path: join(folder, other), time: statSync(join(folder, other)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of others.slice(keptFiles - 1)) removeDatabase(path);
  return join(folder, name);
}
