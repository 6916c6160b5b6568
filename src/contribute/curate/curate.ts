import type { ContentPlan } from '../../archive/edit/content-plan.ts';

/** What a curator asked for cannot be done; the message says why and what to do instead. */
export class CurateError extends Error {}

/** What all commands are told. */
export type CurateContext = {
  contentDir: string;
  /** The day, such as 2026-01-14. */
  today: string;
};

/** Options of the command line by their names, all of them text; flags without a value are `true`. */
export type CurateFlags = Readonly<Record<string, string | true | undefined>>;

/** A command works out what is to be done, from the words behind its name. It writes nothing. */
export type CurateCommand = {
  /** How it is called, and what it does in a sentence. */
  usage: string;
  what: string;
  plan: (words: readonly string[], flags: CurateFlags, context: CurateContext) => ContentPlan;
};
