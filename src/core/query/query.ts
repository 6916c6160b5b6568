import type { DateRange } from './date-range.ts';
import type { NumberRange } from './number-range.ts';

/** What `is:` can be followed by. */
export const isValues = [
  'question',
  'answer',
  'answered',
  'unanswered',
  'accepted',
  'open',
  'closed',
  'duplicate',
] as const;
export type IsValue = (typeof isValues)[number];

/** What `has:` can be followed by. */
export const hasValues = ['code', 'math', 'picture'] as const;
export type HasValue = (typeof hasValues)[number];

/** Where the words of a term are looked for. */
export type TextField = 'any' | 'title' | 'body' | 'code';

export type TextTerm = {
  kind: 'text';
  field: TextField;
  text: string;
  /** In quotation marks: these words, next to each other, in this order. */
  isPhrase: boolean;
  /** `word*`, which finds what `word` finds: the beginning of a word is always enough. */
  isPrefix: boolean;
};

export type FactTerm =
  | { kind: 'tag'; tag: string }
  | { kind: 'user'; handle: string }
  | { kind: 'thread'; slug: string }
  | { kind: 'license'; license: string }
  | { kind: 'lang'; lang: string }
  | { kind: 'votes'; range: NumberRange }
  | { kind: 'answers'; range: NumberRange }
  | { kind: 'created'; range: DateRange }
  | { kind: 'active'; range: DateRange }
  | { kind: 'is'; value: IsValue }
  | { kind: 'has'; value: HasValue };

/** One condition, or its opposite. */
export type Term = (TextTerm | FactTerm) & { isNot: boolean };

/** Terms between which `or` stands: one of them must hold. Never empty. */
export type Clause = Term[];

/**
 * A query: every clause must hold. `or` binds tighter than standing side by side, as in other search boxes: `[a] or [b] lock` is
 * (`[a]` or `[b]`) and `lock`. `-` binds tightest. There are no parentheses: they are part of what programmers search for.
 */
export type Query = Clause[];
