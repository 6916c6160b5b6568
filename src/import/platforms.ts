import { discourse } from './discourse.ts';
import { githubDiscussions } from './github-discussions.ts';
import type { Platform } from './model.ts';
import { stackexchange } from './stackexchange.ts';
import { transcript } from './transcript.ts';

/** Every platform that can be imported from, by the word on the command line. */
export const platforms: ReadonlyMap<string, Platform> = new Map(
  [stackexchange, discourse, githubDiscussions, transcript].map((platform) => [platform.name, platform]),
);
