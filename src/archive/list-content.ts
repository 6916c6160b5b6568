import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { reporter } from './rules/reporter.ts';
import { whyUnreadable } from './source-file.ts';

/** The names of what an archive consists of. Nothing is opened yet. */
export type ContentList = {
  /** Folders below `threads/`, sorted, valid names or not. */
  threads: string[];
  /** Files below `tags/` and `authors/` without `.md`, sorted. */
  tags: string[];
  authors: string[];
  diagnostics: Diagnostic[];
};

const unexpected = reporter('unexpected-file');
const link = reporter('symbolic-link');
const missing = reporter('missing-content');
const unreadable = reporter('unreadable');
/** What stands beside content in a repository, and what file managers, editors and git leave behind. */
const ignored = /^(?:\..*|.*~|Thumbs\.db|desktop\.ini|README\.md|LICENSE(?:\.md)?)$/;

/**
 * Lists the content folder.
 * @param contentDir where it is on disk
 * @param contentName how diagnostics call it
 */
export function listContent(contentDir: string, contentName: string): ContentList {
  const diagnostics: Diagnostic[] = [];
  const entries = (below: string) => {
    try {
      // A folder of the content that is a link is reported where the content's own folder is listed.
      if (below !== '' && lstatSync(join(contentDir, below)).isSymbolicLink()) return [];
      return readdirSync(join(contentDir, below), { withFileTypes: true })
        .filter(({ name }) => !ignored.test(name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT') return undefined;
      // A file in the place of a folder is reported where the content's own folder is listed.
      if (code === 'ENOTDIR' && below !== '') return [];
      diagnostics.push(
        unreadable(
          below === '' ? contentName : `${contentName}/${below}`,
          whyUnreadable(error),
          'check that it is a folder that you may read',
        ),
      );
      return [];
    }
  };
  const refuseLink = (where: string) =>
    diagnostics.push(
      link(
        where,
        'this is a symbolic link, and those are not followed: they could publish files from outside',
        'put a copy of it here',
      ),
    );
  const markdownFiles = (folder: 'tags' | 'authors') =>
    (entries(folder) ?? []).flatMap((entry) => {
      const where = `${contentName}/${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) refuseLink(where);
      else if (entry.isFile() && entry.name.endsWith('.md')) return [entry.name.slice(0, -3)];
      else
        diagnostics.push(
          unexpected(
            where,
            `this does not belong into ${folder}/, so it would be lost`,
            `files here are ${folder}/<name>.md`,
          ),
        );
      return [];
    });

  const top = entries('');
  const threadEntries = entries('threads');
  if (top === undefined) {
    diagnostics.push(missing(contentName, 'there is no such folder', 'give the content folder with --content DIR'));
  } else if (threadEntries === undefined) {
    diagnostics.push(
      missing(contentName, 'this has no folder threads/', 'make the folder, or give another one with --content DIR'),
    );
  }
  for (const entry of top ?? []) {
    const where = `${contentName}/${entry.name}`;
    if (entry.isSymbolicLink()) refuseLink(where);
    else if (!entry.isDirectory() || !['threads', 'tags', 'authors', 'pages'].includes(entry.name)) {
      if (entry.name !== 'import-report.json') {
        diagnostics.push(
          unexpected(
            where,
            'this does not belong into the content, so it would be lost',
            'the content has threads/, tags/, authors/ and pages/',
          ),
        );
      }
    }
  }
  for (const entry of entries('pages') ?? []) {
    const where = `${contentName}/pages/${entry.name}`;
    if (entry.isSymbolicLink()) refuseLink(where);
    else if (entry.isFile() && /\.(?:md|markdown|txt)$/i.test(entry.name)) {
      diagnostics.push(
        unexpected(
          where,
          'this is not a page, so it would be lost: the pages of curators are MDX',
          `rename it to ${entry.name.replace(/\.[^.]*$/, '')}.mdx`,
        ),
      );
    }
  }
  const threads = (threadEntries ?? []).flatMap((entry) => {
    const where = `${contentName}/threads/${entry.name}`;
    if (entry.isSymbolicLink()) refuseLink(where);
    else if (entry.isDirectory()) return [entry.name];
    else
      diagnostics.push(
        unexpected(
          where,
          'this is not a thread: a thread is a folder with question.md in it',
          `make it threads/${entry.name.replace(/\.mdx?$/, '')}/question.md`,
        ),
      );
    return [];
  });
  return { threads, tags: markdownFiles('tags'), authors: markdownFiles('authors'), diagnostics };
}

/** Answers whether a file or folder of the content exists, and remembers it. Symbolic links do not count. */
export function existence(contentDir: string): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    let exists = known.get(path);
    if (exists === undefined) {
      exists = isThere(join(contentDir, path));
      known.set(path, exists);
    }
    return exists;
  };
}

/** Names that no file system takes are not there. */
function isThere(path: string): boolean {
  try {
    const status = lstatSync(path, { throwIfNoEntry: false });
    return status !== undefined && (status.isFile() || status.isDirectory());
  } catch {
    return false;
  }
}
