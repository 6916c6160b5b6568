import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Counts } from '../../core/thread.ts';
import type { Urls } from '../../core/urls.ts';
import type { Words } from '../../i18n/words.ts';

/** A place in the main menu. */
type MenuItem = { label: string; href: string };

/** What is the same around every page of an archive. */
export type Frame = {
  /** The archive's name. */
  title: string;
  /** What the archive is, in one or two sentences. */
  description: string;
  urls: Urls;
  words: Words;
  threadCount: number;
  counts: Counts;
  menu: MenuItem[];
  /** Where to ask a question, and the ISO date of the build that stands in it. */
  ask: { href: string; builtOn: string };
  /** Whether contributions are written in the editor of a forge; else they are sent. */
  byEditor: boolean;
  /** The page that explains contributing, if the curators have one. */
  guideUrl: string | undefined;
  /** Problems in the content, while it is being written; empty in a build. */
  problems: Diagnostic[];
};
