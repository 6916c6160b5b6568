import { nearest } from '../nearest.ts';
import { parseDateRange, printDateRange } from './date-range.ts';
import type { Hint } from './hint.ts';
import { parseNumberRange, printNumberRange } from './number-range.ts';
import { hasValues, isValues, type FactTerm, type TextTerm } from './query.ts';

/** What an operator's value says; hints without their place. Without a term, the operator is left out of the search. */
export type OperatorResult = { term?: FactTerm | TextTerm; hint?: Omit<Hint, 'from' | 'to' | 'what'> };

type Operator = (value: string, isQuoted: boolean) => OperatorResult;

const text =
  (field: TextTerm['field']): Operator =>
  (value, isQuoted) => {
    const isPrefix = !isQuoted && value.endsWith('*');
    const words = isPrefix ? value.slice(0, -1) : value;
    return hasWord(words)
      ? { term: { kind: 'text', field, text: words, isPhrase: isQuoted, isPrefix } }
      : { hint: { kind: 'noWord' } };
  };

const number =
  (kind: 'votes' | 'answers'): Operator =>
  (value) => {
    const parsed = parseNumberRange(value);
    if (!parsed)
      return { hint: { kind: 'badNumber', allowed: ['10', '10..', '3..8', '..0'].map((v) => `${kind}:${v}`) } };
    const { range, isReversed } = parsed;
    const printed = `${kind}:${printNumberRange(range)}`;
    if (isReversed) return { term: { kind, range }, hint: { kind: 'reversed', instead: printed } };
    const isExact = range.min === range.max && (range.min ?? 0) > 0;
    return { term: { kind, range }, ...(isExact ? { hint: { kind: 'exactNumber', instead: `${printed}..` } } : {}) };
  };

const date =
  (kind: 'created' | 'active'): Operator =>
  (value) => {
    const parsed = parseDateRange(value);
    if (!parsed)
      return { hint: { kind: 'badDate', allowed: ['2024', '2024-03..2024-06', '1y..'].map((v) => `${kind}:${v}`) } };
    const { range, isReversed } = parsed;
    return {
      term: { kind, range },
      ...(isReversed ? { hint: { kind: 'reversed', instead: `${kind}:${printDateRange(range)}` } } : {}),
    };
  };

/** Other names of values, as other sites call them. */
const otherValues: Record<string, string> = {
  image: 'picture',
  images: 'picture',
  pictures: 'picture',
  img: 'picture',
  formula: 'math',
  maths: 'math',
  dupe: 'duplicate',
  q: 'question',
  a: 'answer',
  solved: 'accepted',
};

function choice<Value extends string>(
  name: string,
  values: readonly Value[],
  term: (value: Value) => FactTerm,
): Operator {
  return (value) => {
    const lower = value.toLowerCase();
    const found = values.find((one) => one === lower);
    if (found) return { term: term(found) };
    const other = otherValues[lower] ?? nearest(lower, values);
    const meant = values.find((one) => one === other);
    return {
      hint: {
        kind: 'unknownValue',
        allowed: values.map((one) => `${name}:${one}`),
        ...(meant ? { instead: `${name}:${meant}` } : {}),
      },
    };
  };
}

export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['user', (value) => ({ term: { kind: 'user', handle: value.toLowerCase() } })],
  ['in', (value) => ({ term: { kind: 'thread', slug: value.toLowerCase() } })],
  ['license', (value) => ({ term: { kind: 'license', license: value.toLowerCase() } })],
  ['lang', (value) => ({ term: { kind: 'lang', lang: value.toLowerCase() } })],
  ['votes', number('votes')],
  ['answers', number('answers')],
  ['created', date('created')],
  ['active', date('active')],
  ['is', choice('is', isValues, (value) => ({ kind: 'is', value }))],
  ['has', choice('has', hasValues, (value) => ({ kind: 'has', value }))],
  ['title', text('title')],
  ['body', text('body')],
  ['code', text('code')],
]);

/** What operators of other sites are here. */
const renamed: Record<string, (value: string) => string> = {
  score: (value) => `votes:${value}`,
  vote: (value) => `votes:${value}`,
  answer: (value) => `answers:${value}`,
  replies: (value) => `answers:${value}`,
  author: (value) => `user:${value}`,
  by: (value) => `user:${value}`,
  tag: (value) => `[${value}]`,
  tagged: (value) => `[${value}]`,
  tags: (value) => `[${value}]`,
  asked: (value) => `created:${value}`,
  date: (value) => `created:${value}`,
  lastactive: (value) => `active:${value}`,
  updated: (value) => `active:${value}`,
  type: (value) => `is:${value}`,
  state: (value) => `is:${value}`,
  status: (value) => `is:${value}`,
  intitle: (value) => `title:${value}`,
  language: (value) => `lang:${value}`,
  inquestion: (value) => `in:${value}`,
  thread: (value) => `in:${value}`,
  closed: yesOrNo('is:closed'),
  duplicate: yesOrNo('is:duplicate'),
  isaccepted: yesOrNo('is:accepted'),
  hasaccepted: yesOrNo('is:accepted'),
  hascode: yesOrNo('has:code'),
};

/** What an operator that is not known here most likely means; nothing if it may as well be a word with a colon. */
export function otherOperator(name: string, value: string): { instead: string; isSure: boolean } | undefined {
  const rename = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
  if (rename) return { instead: rename(value), isSure: true };
  const near = name.length >= 5 ? nearest(name, operators.keys()) : undefined;
  return near === undefined ? undefined : { instead: `${near}:${value}`, isSure: false };
}

/** Whether there is anything in it that search looks for: signs alone are not, except those that are parts of words. */
export function hasWord(text: string): boolean {
  return /[^\p{P}\p{Z}\p{C}<>=~^|`$+]/u.test(text);
}

function yesOrNo(term: string): (value: string) => string {
  return (value) => (/^(?:no|false|0)$/i.test(value) ? `-${term}` : term);
}
