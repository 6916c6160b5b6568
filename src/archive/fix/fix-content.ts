import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reservedSlugs, threadSlug } from '../../core/ids.ts';
import type { Synonyms } from '../../core/tag-names.ts';
import { contentFiles } from '../edit/content-files.ts';
import { carryOut } from '../edit/content-plan.ts';
import { CannotEdit } from '../edit/frontmatter-editor.ts';
import { renameThread } from '../edit/rename-thread.ts';
import { listContent } from '../list-content.ts';
import { nearestSlug } from '../nearest-slug.ts';
import { readSourceFile } from '../source-file.ts';
import { writeTextFile } from '../write-text-file.ts';
import { fixText } from './fix-text.ts';

/** Something that was mended, and in which file or folder. */
export type Mended = { file: string; did: string };

/**
 * Mends files in place, each at once or not at all, and renames folders of threads whose names cannot be addresses.
 * @param options `covers` says of a file, as diagnostics call it, whether it is to be mended
 */
export function fixContent(options: {
  contentDir: string;
  contentName: string;
  synonyms: Synonyms;
  /** Whether folders may be renamed too. */
  folders: boolean;
  covers: (place: { file: string }) => boolean;
}): Mended[] {
  const { contentDir, contentName, synonyms, folders, covers } = options;
  const mended: Mended[] = [];
  for (const { path, kind } of contentFiles(contentDir)) {
    const file = `${contentName}/${path}`;
    if (!covers({ file })) continue;
    const source = readSourceFile(join(contentDir, path), file);
    if ('rule' in source || source.text === '') continue;
    // As it is on disk: what is read has no byte-order mark and no CRLF any more.
    const text = readFileSync(join(contentDir, path), 'utf8');
    const fix = fixText({ text, kind, synonyms });
    if (fix.did.length === 0) continue;
    writeTextFile(join(contentDir, path), fix.text);
    mended.push(...fix.did.map((did) => ({ file, did })));
  }
  for (const from of folders ? listContent(contentDir, contentName).threads : []) {
    const file = `${contentName}/threads/${from}`;
    const to = freeSlug(contentDir, from);
    if (to === undefined || !covers({ file })) continue;
    try {
      carryOut(contentDir, renameThread(contentDir, from, to));
      mended.push({ file, did: `renamed the folder to ${to}, and led links there` });
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
    }
  }
  return mended;
}

/** A valid name for a folder that has none, if no other thread has it. */
function freeSlug(contentDir: string, name: string): string | undefined {
  if (threadSlug.safeParse(name).success) return undefined;
  const slug = nearestSlug(name);
  if (slug === undefined || reservedSlugs.has(slug) || !threadSlug.safeParse(slug).success) return undefined;
  const isTaken = listContent(contentDir, contentDir).threads.some((one) => one !== name && nearestSlug(one) === slug);
  return isTaken || (slug !== name.toLowerCase() && existsSync(join(contentDir, 'threads', slug))) ? undefined : slug;
}
