import { pngFile } from '../png-file.ts';

/** A picture of one pixel, of a shade of its own. */
export function png(shade: number): Buffer {
  return pngFile(1, 1, 0, Buffer.from([0, shade]));
}

export const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
