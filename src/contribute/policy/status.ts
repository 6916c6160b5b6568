import { isSameValue, labelOf, placeOfKey, questionFields, readableChanges } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

const keys = ['status', 'closedReason', 'duplicateOf'] as const;
const atFirst: Readonly<Record<string, string>> = { status: 'open' };

export const status: PolicyRule = {
  what: 'A question is open, closed or a duplicate as it was.',
  why: 'Closing a question stops its answers, so curators decide it.',
  check: ({ change }) =>
    readableChanges(change).flatMap((post) => {
      const is = questionFields(post.after);
      const was = questionFields(post.before);
      if (!is) return [];
      return keys.flatMap((key) => {
        const before = was ? was[key] : atFirst[key];
        if (isSameValue(before, is[key])) return [];
        return [
          finding(
            post.name,
            `${labelOf(post)} changes ${key} from ${before ?? 'nothing'} to ${is[key] ?? 'nothing'}`,
            before === undefined
              ? `leave the line ${key}: out, and say in the pull request why it should be there`
              : `write ${key}: ${before}`,
            placeOfKey(post.after, key),
          ),
        ];
      });
    }),
};
