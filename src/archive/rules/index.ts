import { aliasHidesPage } from './alias-hides-page.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { commentLength } from './comment-length.ts';
import { danglingAccepted } from './dangling-accepted.ts';
import { danglingDuplicate } from './dangling-duplicate.ts';
import { dateOrder } from './date-order.ts';
import { dateRange } from './date-range.ts';
import { emptyBody } from './empty-body.ts';
import { invisibleCharacters, invisibleInNames } from './invisible-characters.ts';
import { lineEnds } from './line-ends.ts';
import { missingQuestion } from './missing-question.ts';
import { placeholderName } from './placeholder-name.ts';
import type { FileRule, PostRule, ThreadRule } from './rule.ts';
import { threadSlugRule } from './thread-slug.ts';
import { typographicQuotes } from './typographic-quotes.ts';

/** The rules for every file. */
export const fileRules: readonly FileRule[] = [byteOrderMark, lineEnds, invisibleCharacters];

/** The rules for every question and answer. */
export const postRules: readonly PostRule[] = [
  emptyBody,
  dateOrder,
  dateRange,
  commentLength,
  invisibleInNames,
  typographicQuotes,
];

/** The rules for every thread. */
export const threadRules: readonly ThreadRule[] = [
  threadSlugRule,
  placeholderName,
  missingQuestion,
  danglingAccepted,
  danglingDuplicate,
  aliasHidesPage,
];
