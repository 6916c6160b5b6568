import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import SevenZip from '7z-wasm';
import { SourceError } from '../model.ts';

/** The files of a dump that are read. Badges hold nothing of the threads, and votes are summed up in the posts. */
export const dumpFiles = ['Posts', 'PostHistory', 'Comments', 'Users', 'Tags', 'PostLinks'] as const;
export type DumpFile = (typeof dumpFiles)[number];

/** A file of a dump that is there. */
export type SizedFile = { file: DumpFile; path: string; bytes: number };

/** Where the files of a dump are, and how to clean up afterwards. */
export type OpenDump = { name: string; files: SizedFile[]; close: () => void };

/**
 * Finds the files of a dump: in a folder, in a `.7z`, or in a folder of `.7z` (the largest site comes so). Archives are unpacked into
 * a temporary folder: only the files that are read, whatever else is in them.
 * @throws SourceError if there is no Posts.xml
 */
export async function openDump(source: string): Promise<OpenDump> {
  const status = statSync(source, { throwIfNoEntry: false });
  if (!status)
    throw new SourceError(
      `${source}: there is no such file or folder; give the folder or the .7z of a Stack Exchange dump`,
    );
  const archives = status.isFile()
    ? [source]
    : readdirSync(source)
        .filter((name) => name.endsWith('.7z'))
        .sort()
        .map((name) => join(source, name));
  const name = basename(resolve(source));
  if (status.isDirectory() && existsSync(join(source, 'Posts.xml'))) {
    return { name, files: filesIn(source), close: () => undefined };
  }
  if (status.isFile() && !source.toLowerCase().endsWith('.7z')) {
    throw new SourceError(`${source}: is neither a folder nor a .7z; give the folder that Posts.xml is in`);
  }
  if (archives.length === 0)
    throw new SourceError(`${source}: has no Posts.xml in it; give the folder of one site of the dump`);
  const folder = mkdtempSync(join(tmpdir(), 'responsa-dump-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const archive of archives) await unpack(archive, folder);
    if (!existsSync(join(folder, 'Posts.xml')))
      throw new SourceError(`${source}: has no Posts.xml in it; give the .7z of one site of the dump`);
  } catch (error) {
    close();
    throw error;
  }
  return {
    name: status.isFile() ? name : basename(archives[0] ?? name),
    files: filesIn(folder),
    close,
  };
}

async function unpack(archive: string, folder: string): Promise<void> {
  const said: string[] = [];
  const sevenZip = await SevenZip({ print: (line) => said.push(line), printErr: (line) => said.push(line) });
  const mount = (root: string, at: string) => {
    sevenZip.FS.mkdir(at);
    sevenZip.FS.mount(sevenZip.NODEFS, { root }, at);
  };
  mount(dirname(resolve(archive)), '/in');
  mount(folder, '/out');
  try {
    // `e` takes files without their folders, so that nothing can be written beside the temporary folder.
    sevenZip.callMain([
      'e',
      '-y',
      '-o/out',
      `/in/${basename(archive)}`,
      ...dumpFiles.map((file) => `${file}.xml`),
      '-r',
    ]);
  } catch (error) {
    said.push(String(error));
  }
  const failure = said.find((line) => /^ERROR|Can't open as archive|Data Error|Unexpected end/i.test(line));
  if (failure !== undefined) {
    throw new SourceError(
      `${archive}: cannot be unpacked (${failure.trim()}); download it again, or unpack it with 7z x and give the folder`,
    );
  }
}

function filesIn(folder: string): SizedFile[] {
  return dumpFiles.flatMap((file) => {
    const path = join(folder, `${file}.xml`);
    const status = statSync(path, { throwIfNoEntry: false });
    return status ? [{ file, path, bytes: status.size }] : [];
  });
}
