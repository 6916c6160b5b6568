import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { imageSize } from 'image-size';
import { readPicture } from '../archive/picture.ts';
import { SourceError } from './model.ts';
import { pathOf, pictureNames } from './picture-names.ts';

/** A local copy that may be published, and what it is called in the archive; or why there is none, if that is worth saying. */
export type LocalPicture = { file: string; name: string } | { problem: string };

/** A folder with local copies of remote pictures, and the bytes that a picture may have. */
export type PictureSettings = { folder: string; largest: number };

/** Endings of names, by what a picture is. */
const endings: Readonly<Record<string, readonly string[]>> = {
  png: ['png'],
  jpg: ['jpg', 'jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  avif: ['avif'],
  heif: ['avif'],
};

/** A folder with local copies of remote pictures. Names count with their capitals, as they do in addresses. */
export class LocalPictures {
  readonly #folder: string;
  readonly #largest: number;
  /** Files below the folder, with `/`, by their name and by their name without its ending. */
  readonly #files = new Map<string, string[]>();

  /** @throws SourceError if the folder is none */
  constructor({ folder, largest }: PictureSettings) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new SourceError(
        `--pictures ${folder}: there is no such folder; give the one that the copies of pictures are in`,
      );
    this.#folder = folder;
    this.#largest = largest;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
    for (const file of files) {
      const name = basename(file).normalize();
      for (const key of new Set([name, name.replace(/(?<=.)\.[^.]*$/, '')])) {
        const same = this.#files.get(key);
        if (same) same.push(file);
        else this.#files.set(key, [file]);
      }
    }
  }

  /** The local copy of a remote picture; undefined if the address is not one of another place on the web. */
  find(url: string): LocalPicture | undefined {
    const path = pathOf(url);
    if (path === undefined) return undefined;
    for (const name of pictureNames(url)) {
      const files = this.#files.get(name) ?? [];
      if (files.length === 0) continue;
      const [best, ...others] = nearest(files, path);
      return best === undefined || others.length > 0
        ? { problem: `several files may be it: ${files.slice(0, 5).join(', ')}` }
        : this.#check(best);
    }
    return { problem: 'no file is called so' };
  }

  read(file: string): Uint8Array {
    return readFileSync(join(this.#folder, file));
  }

  #check(file: string): LocalPicture {
    const picture = readPicture(join(this.#folder, file), this.#largest);
    if ('problem' in picture) return { problem: `${file} ${picture.problem}: ${picture.fix}` };
    const [ending = 'png', ...more] = endings[imageSize(this.read(file)).type ?? ''] ?? [];
    const [, stem = '', given = ''] = /^(.*?)(?:\.([^.]*))?$/s.exec(basename(file)) ?? [];
    const safe = stem.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
    const own = [ending, ...more].includes(given.toLowerCase()) ? given : ending;
    return { file, name: `${safe.slice(0, 80) || 'picture'}.${own}` };
  }
}

/** Of files with one name, those whose folders are most like the path of an address. */
function nearest(files: readonly string[], path: readonly string[]): string[] {
  const scored = files.map((file) => {
    const parts = file.normalize().split('/').slice(0, -1).reverse();
    const folders = path.slice(0, -1).toReversed();
    const differs = parts.findIndex((part, index) => part !== folders[index]);
    return { file, same: differs === -1 ? parts.length : differs };
  });
  const most = Math.max(...scored.map(({ same }) => same));
  return scored.filter(({ same }) => same === most).map(({ file }) => file);
}
