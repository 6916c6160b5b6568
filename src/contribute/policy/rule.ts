import { startOfFile, type Diagnostic, type Place } from '../../core/diagnostic.ts';
import type { Config, PolicyRuleName } from '../../core/schema/config.ts';
import type { ContentChange } from '../change/content-change.ts';
import type { Actor } from './actor.ts';
import type { KnownNames } from './known-names.ts';

/** What a pull request is judged by. */
export type PolicySubject = {
  change: ContentChange;
  /** Who opened it; unknown if absent. */
  actor?: Actor;
  config: Config;
  /** The authors that are known, by what their names look like. */
  knownNames: KnownNames;
  /** Every path of the repository after the change. */
  paths: () => string[];
  /** How diagnostics call the content folder. */
  contentName: string;
};

/** Something that a pull request does and that is for curators unless the configuration allows it. */
export type Finding = Pick<Diagnostic, 'file' | 'line' | 'column' | 'message'> & { fix: string };

export type PolicyRule = {
  /** What the rule asks for, in a sentence, and why. */
  what: string;
  why: string;
  /** Never throws, and never stops at the first. */
  check: (subject: PolicySubject) => Finding[];
  /** It cannot be judged without knowing who opened the pull request. */
  needsActor?: boolean;
};

export type { PolicyRuleName };

export function finding(file: string, message: string, fix: string, place: Place = startOfFile): Finding {
  return { file, line: place.line, column: place.column, message, fix };
}
