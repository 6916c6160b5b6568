import { constants, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { imageSize } from 'image-size';
import { saveAs } from './picture-kinds.ts';

/** A picture that may be published, and how large it is on the screen. */
export type Picture = { width: number; height: number };

/** A small file can say that it is larger than any memory: browsers would try to show it. */
const mostPixels = 50_000_000;
const kinds = new Set(['png', 'jpg', 'gif', 'webp', 'avif', 'heif']);

/**
 * Measures a picture by its content, whatever its name says. Symbolic links are not followed.
 * @param largest bytes that a picture may have
 */
export function readPicture(path: string, largest: number): Picture | { problem: string; fix: string } {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { problem: 'is not a file', fix: 'put the picture itself there' };
    if (status.size > largest) {
      return {
        problem: `has ${status.size.toLocaleString('en')} bytes; at most ${largest.toLocaleString('en')} are published`,
        fix: 'scale it down or save it as webp',
      };
    }
    const bytes = new Uint8Array(status.size);
    readSync(descriptor, bytes, 0, status.size, 0);
    // What a telephone saves as HEIC is often named .jpg by who sends it.
    if (/^ftyphe(?:i[cmsx]|v[cmsx])$/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1')))
      return { problem: 'is HEIC, which is not published', fix: saveAs };
    const { width, height, type, orientation } = imageSize(bytes);
    if (!type || !kinds.has(type))
      return { problem: `is ${type?.toUpperCase() ?? 'no picture'}, which is not published`, fix: saveAs };
    if (width < 1 || height < 1)
      return { problem: `is ${width} × ${height} pixels large, so there is nothing to see`, fix: 'save it again' };
    if (width * height > mostPixels) {
      const size = `${width.toLocaleString('en')} × ${height.toLocaleString('en')}`;
      return {
        problem: `has ${size} pixels; at most ${mostPixels.toLocaleString('en')} in all are published`,
        fix: 'scale it down',
      };
    }
    return orientation !== undefined && orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { problem: 'is not there', fix: 'add the file, or correct the name' };
    if (code === 'ELOOP')
      return { problem: 'is a symbolic link, and those are not followed', fix: 'put a copy of the picture here' };
    if (code === 'EACCES')
      return { problem: 'cannot be read: permission denied', fix: 'check that you may read the file' };
    return { problem: 'is not a picture that can be read', fix: 'save it again as png, jpg, gif, webp or avif' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
