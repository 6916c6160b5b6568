import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The files of a site that a browser keeps for reading offline, as addresses below the base, and what they were when they were listed. */
export type OfflineList = { version: string; files: Record<string, string> };

/** What is for machines, for those who publish, or the worker itself. */
const left = /(?:\.md|\.json|\.xml|\.txt|\.jsonl|\.db|^_[^/]*|^offline-worker\.js|^404\.html)$/;

/**
 * Lists what is needed to read and to search a site without a network.
 * @param siteDir folder of the whole site
 */
export function offlineList(siteDir: string): OfflineList {
  const whole = createHash('sha256');
  const files: OfflineList['files'] = {};
  const names = readdirSync(siteDir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(siteDir, join(file.parentPath, file.name)).split(sep).join('/'))
    .filter((name) => !left.test(name) || /^(?:pagefind|search)\//.test(name))
    .sort();
  for (const name of names) {
    const hash = createHash('sha256')
      .update(readFileSync(join(siteDir, name)))
      .digest('base64url')
      .slice(0, 8);
    files[
      name
        .replace(/(^|\/)index\.html$/, '$1')
        .split('/')
        .map(encodeURIComponent)
        .join('/')
    ] = hash;
    whole.update(`${name} ${hash}\n`);
  }
  return { version: whole.digest('base64url').slice(0, 12), files };
}
