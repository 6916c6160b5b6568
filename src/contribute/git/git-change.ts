import type { FileVersion } from './file-version.ts';
import { git } from './git.ts';
import { commitOf, mergeBase } from './merge-base.ts';
import { noFilters } from './no-filters.ts';
import { parseRawDiff, splitAtNul, type RawEntry, type Side } from './raw-diff.ts';
import { readBlobs } from './read-blobs.ts';
import { readDisk } from './read-disk.ts';
import type { Repository } from './repository.ts';

/** A file that a change touches. A renamed file is one that went and one that came. */
export type ChangedFile = {
  /** Below the repository's root, with `/`. What is not UTF-8 is U+FFFD. */
  path: string;
  before?: FileVersion;
  after?: FileVersion;
};

export type ChangeOptions = {
  repository: Repository;
  /** What the change is to be merged into: a branch, a tag or a hash. The change begins where the two parted. */
  base: string;
  /** The commit that the change ends at; absent, it is what is on disk now, committed or not. */
  head?: string;
  /** A folder below the root whose files count even if git does not know them yet, if what is on disk is asked for. */
  newFilesIn: string;
  /** The files whose bytes are of use. */
  wanted: (path: string) => boolean;
};

/** What a branch changes, as data: nothing of it is checked out, executed or converted. */
export type Change = {
  files: ChangedFile[];
  /** Every path of the repository after the change. */
  paths: () => string[];
};

/**
 * Reads what a branch changes, in the order of paths.
 * @throws {GitError} if there is no such commit, or no history that both have in common
 */
export function readChange({ repository, base, head, newFilesIn, wanted }: ChangeOptions): Change {
  const from = mergeBase(repository, base, head ?? 'HEAD');
  const raw = [
    '--raw',
    '-r',
    '-z',
    '--no-renames',
    '--no-abbrev',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=dirty',
  ];
  const entries = parseRawDiff(
    head === undefined
      ? git(repository, ['diff-index', ...raw, from, '--'], { settings: noFilters(repository) })
      : git(repository, ['diff-tree', ...raw, from, commitOf(repository, head), '--']),
  );
  const fresh = head === undefined ? untracked(repository, newFilesIn) : [];
  entries.push(...fresh);

  // What git has not compared is compared here.
  const isWanted = ({ path, before, after }: RawEntry) =>
    wanted(decode(path)) || (isBlob(before) && isNull(after.hash));
  const sides = entries.flatMap((entry) =>
    [entry.before, entry.after].filter(isBlob).map((side) => ({ ...side, wanted: isWanted(entry) })),
  );
  const blobs = readBlobs(
    repository,
    sides.map(({ hash }) => hash),
    new Set(sides.filter((side) => side.wanted).map(({ hash }) => hash)),
  );
  const version = ({ mode, hash }: Side, entry: RawEntry): FileVersion | undefined => {
    const kind = kindOf(mode);
    if (kind === undefined) return undefined;
    if (kind === 'submodule') return { kind, size: 0 };
    if (isNull(hash)) return readDisk(Buffer.concat([Buffer.from(`${repository.root}/`), entry.path]), isWanted(entry));
    return { kind, ...(blobs.get(hash) ?? { size: 0 }) };
  };
  const files = entries.flatMap((entry): ChangedFile[] => {
    const before = version(entry.before, entry);
    const after = version(entry.after, entry);
    if (isSame(before, after)) return [];
    return [{ path: decode(entry.path), ...(before ? { before } : {}), ...(after ? { after } : {}) }];
  });
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    paths: () => [...knownPaths(repository, head), ...fresh.map(({ path }) => path)].map(decode),
  };
}

function untracked(repository: Repository, folder: string): RawEntry[] {
  const nothing = { mode: '000000', hash: '0' };
  return splitAtNul(git(repository, ['ls-files', '-z', '--others', '--exclude-standard', '--', folder])).map(
    (path) => ({
      path: path.at(-1) === 47 ? path.subarray(0, -1) : path,
      before: nothing,
      after: { mode: '100644', hash: '0' },
    }),
  );
}

function knownPaths(repository: Repository, head: string | undefined): Buffer[] {
  return splitAtNul(
    head === undefined
      ? git(repository, ['ls-files', '-z', '--cached'])
      : git(repository, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commitOf(repository, head)]),
  );
}

function kindOf(mode: string): FileVersion['kind'] | undefined {
  if (mode === '120000') return 'link';
  if (mode === '160000') return 'submodule';
  if (mode === '100755') return 'executable';
  return mode === '000000' ? undefined : 'file';
}

/** A file that git has marked as changed because it was written, though with the same bytes. */
function isSame(before: FileVersion | undefined, after: FileVersion | undefined): boolean {
  if (before?.kind !== after?.kind) return false;
  if (!before?.bytes || !after?.bytes) return before === undefined;
  return Buffer.compare(before.bytes, after.bytes) === 0;
}

function isBlob({ mode, hash }: Side): boolean {
  const kind = kindOf(mode);
  return kind !== undefined && kind !== 'submodule' && !isNull(hash);
}

function isNull(hash: string): boolean {
  return /^0+$/.test(hash);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function decode(path: Uint8Array): string {
  return utf8.decode(path);
}
