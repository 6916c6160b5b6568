import { accept } from './accept.ts';
import { close } from './close.ts';
import type { CurateCommand } from './curate.ts';
import { duplicate } from './duplicate.ts';
import { merge } from './merge.ts';
import { rename } from './rename.ts';
import { retag } from './retag.ts';
import { tally } from './tally.ts';

/** What a curator can have done, by name. */
export const curateCommands: Readonly<Record<string, CurateCommand>> = {
  close,
  duplicate,
  merge,
  retag,
  rename,
  accept,
  tally,
};
