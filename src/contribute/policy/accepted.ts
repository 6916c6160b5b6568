import { labelOf, placeOfKey, questionFields, readableChanges } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

export const accepted: PolicyRule = {
  what: 'The accepted answer is the one that it was.',
  why: 'The mark is the asker’s or a curator’s to give; it stands above all votes.',
  check: ({ change }) =>
    readableChanges(change).flatMap((post) => {
      const was = questionFields(post.before)?.accepted;
      const is = questionFields(post.after)?.accepted;
      if (was === is) return [];
      const what =
        is === undefined
          ? `no longer accepts ${was}`
          : was === undefined
            ? `accepts ${is}`
            : `accepts ${is} instead of ${was}`;
      return [
        finding(
          post.name,
          `${labelOf(post)} ${what}`,
          was === undefined
            ? 'leave the line accepted: out, and say in the pull request which answer helped'
            : `write accepted: ${was}`,
          placeOfKey(post.after, 'accepted'),
        ),
      ];
    }),
};
