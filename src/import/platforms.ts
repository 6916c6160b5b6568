import { discourse } from './discourse.ts';
import { githubDiscussions } from './github-discussions.ts';
import type { Platform } from './model.ts';
import { stackexchange } from './stackexchange.ts';

/** Every platform that can be imported from, by the word on the command line. */
export const platforms: ReadonlyMap<string, Platform> = new Map(
  [stackexchange, discourse, githubDiscussions].map((platform) => [platform.name, platform]),
);
