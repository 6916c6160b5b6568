import { labelOf, placeOfKey, readableChanges } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

export const license: PolicyRule = {
  what: 'A post has the licence of the archive, or the one that it had.',
  why: 'What was given under one licence cannot be published under another, and a new one must be compatible.',
  check: ({ change, config }) =>
    readableChanges(change).flatMap((post) => {
      const was = (post.before ? post.before.frontmatter.license : undefined) ?? config.license;
      const is = post.after.frontmatter.license ?? config.license;
      if (was === is) return [];
      return [
        finding(
          post.name,
          post.before
            ? `${labelOf(post)} changes its licence from ${was} to ${is}`
            : `${labelOf(post)} is under ${is}; the archive is under ${was}`,
          was === config.license ? 'leave the line license: out' : `write license: ${was}`,
          placeOfKey(post.after, 'license'),
        ),
      ];
    }),
};
