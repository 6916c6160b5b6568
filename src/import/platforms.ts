import { discourse } from './discourse.ts';
import type { Platform } from './model.ts';
import { stackexchange } from './stackexchange.ts';

/** Every platform that can be imported from, by the word on the command line. */
export const platforms: ReadonlyMap<string, Platform> = new Map(
  [stackexchange, discourse].map((platform) => [platform.name, platform]),
);
