import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';

/** What stands at a path after a commit: text, bytes, nothing, or something that is no plain file. */
export type Entry =
  string | Uint8Array | null | { mode: '100755' | '120000'; data: string } | { mode: '160000'; commit: string };

/** Files by their paths below the root. A path may be bytes, written as a string of latin1 behind `bytes:`. */
export type Files = Readonly<Record<string, Entry>>;

/** A real repository in a folder of its own. It does not depend on anybody's configuration of git. */
export type TestRepository = {
  root: string;
  git: (...args: string[]) => string;
  /** Commits changes to a branch, which begins where `from` is; nothing is checked out. */
  commit: (branch: string, changes: Files, from?: string) => void;
  [Symbol.dispose](): void;
};

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];

export function testRepository(files: Files): TestRepository {
  const root = mkdtempSync(join(tmpdir(), 'responsa-git-'));
  const run = (args: readonly string[], input: Uint8Array | string = ''): string => {
    const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], {
      cwd: root,
      input,
      env: { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull, LC_ALL: 'C' },
      maxBuffer: 1e8,
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.toString()}${stdout.toString()}`);
    return stdout.toString();
  };
  run(['init', '-q', '-b', 'main']);
  const repository: TestRepository = {
    root,
    git: (...args) => run(args),
    commit: (branch, changes, from) => {
      run(['fast-import', '--quiet', '--force'], stream(branch, changes, from));
    },
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
  repository.commit('main', files);
  run(['reset', '-q', '--hard', 'main']);
  return repository;
}

/** A commit as git-fast-import(1) reads it: it takes names and modes that no checkout could make. */
function stream(branch: string, changes: Files, from: string | undefined): Buffer {
  const parts: Uint8Array[] = [];
  const add = (text: string) => parts.push(Buffer.from(text));
  add(`commit refs/heads/${branch}\ncommitter Test <test@example.org> 1700000000 +0000\ndata 6\nchange\n`);
  if (from !== undefined) add(`from refs/heads/${from}^0\n`);
  for (const [path, entry] of Object.entries(changes)) {
    if (entry === null) add(`D ${quoted(path)}\n`);
    else if (typeof entry === 'object' && 'commit' in entry) add(`M 160000 ${entry.commit} ${quoted(path)}\n`);
    else {
      const [mode, data] = typeof entry === 'object' && 'data' in entry ? [entry.mode, entry.data] : ['100644', entry];
      const bytes = Buffer.from(data as string);
      add(`M ${mode} inline ${quoted(path)}\ndata ${bytes.length}\n`);
      parts.push(bytes);
      add('\n');
    }
  }
  return Buffer.concat(parts);
}

/** A path in C style: every byte that is not a plain letter in octal. */
function quoted(path: string): string {
  const bytes = path.startsWith('bytes:') ? Buffer.from(path.slice(6), 'latin1') : Buffer.from(path);
  const letters = Array.from(bytes, (byte) =>
    /[\w./-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`,
  );
  return `"${letters.join('')}"`;
}
