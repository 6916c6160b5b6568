import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';

/**
 * Characters that are part of words here, beside letters and digits: `C++`, `C#`, `__init__`, `@decorator`, `$PATH`. Not the dot and
 * the hyphen: a word at the end of a sentence would be another word, and `e-mail` not `email`; `node.js` is found without.
 */
export const wordCharacters = '+#_@$';

/**
 * Indexes a folder of HTML files by Pagefind's command, in a process of its own. Its Node interface takes twice the processor time
 * for the same index, and does not give memory back between one index and the next.
 * @throws Error with what Pagefind says, if it cannot
 */
export async function runPagefind(site: string, output: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [command(), '--site', site, '--output-path', output, '--include-characters', wordCharacters],
    { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code === 0) return;
  const why = code === null ? 'it was ended by the system, perhaps for want of memory' : said.trim();
  throw new Error(`The search index cannot be made. Pagefind says: ${why}`);
}

/** The command of the package, which finds the program for this machine. */
function command(): string {
  const file = findPackageJSON('pagefind', import.meta.url);
  if (file === undefined) throw new Error('The package pagefind is not installed: run npm install.');
  const { bin } = JSON.parse(readFileSync(file, 'utf8')) as { bin: string };
  return join(file, '..', bin);
}
