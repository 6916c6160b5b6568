import { join, posix } from 'node:path';
import type { ThreadSlug } from '../core/ids.ts';
import type { Urls } from '../core/urls.ts';
import { readPicture } from './picture.ts';
import { saveAs, unsupportedKind } from './picture-kinds.ts';

/** A picture of a thread as a page shows it, or why it cannot be shown. */
export type ResolvedPicture =
  { src: string; width: number; height: number; name: string } | { problem: string; fix: string; name?: string };

export type PictureContext = {
  /** The post's path below the content folder. */
  from: string;
  slug: ThreadSlug;
  /** Where the thread's folder is on disk. */
  path: string;
  /** Names of the files in the thread's `images/` that may be published. Nothing else is opened. */
  pictures: readonly string[];
  /** Bytes that a picture may have. */
  largest: number;
  urls: Urls;
};

/** Finds the picture that a post means by a relative address: it must lie in the `images/` of the post's own thread. */
export function resolvePicture(src: string, context: PictureContext): ResolvedPicture {
  const { from, slug, path, pictures, largest, urls } = context;
  let target: string;
  try {
    target = posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(src.replace(/[?#].*$/, ''))));
  } catch {
    return { problem: `the picture ${src} has a broken percent sign in its path`, fix: 'write %25 for a percent sign' };
  }
  const folder = `threads/${slug}/images/`;
  const name = target.slice(folder.length);
  if (!target.startsWith(folder) || src.startsWith('/') || name === '' || /[/\\]/.test(name)) {
    return {
      problem: `the picture ${src} is not in the thread's own images folder`,
      fix: `put it into ${folder} and refer to it as ${from.includes('/answers/') ? '../' : ''}images/<name>`,
    };
  }
  const kind = unsupportedKind(name);
  if (kind !== undefined) return { problem: `the picture ${src} is ${kind}, which is not published`, fix: saveAs };
  if (!pictures.includes(name)) {
    const otherCase = pictures.find((one) => one.toLowerCase() === name.toLowerCase());
    return {
      problem: `the picture ${src} is not there`,
      fix: otherCase === undefined ? 'add the file, or correct the name' : `write ${otherCase}: capitals count`,
    };
  }
  const picture = readPicture(join(path, 'images', name), largest);
  if ('problem' in picture) return { problem: `the picture ${src} ${picture.problem}`, fix: picture.fix, name };
  return { src: urls.picture(slug, name), width: picture.width, height: picture.height, name };
}
