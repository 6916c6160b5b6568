import { isSameValue, labelOf, placeOfKey, readableChanges } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

export const source: PolicyRule = {
  what: 'Where a post is from, and how its votes were counted, is as it was.',
  why: 'Both are written by importers and by the count; what is written by hand could claim an origin that it has not.',
  check: ({ change }) =>
    readableChanges(change).flatMap((post) =>
      (['source', 'counted'] as const).flatMap((key) => {
        if (isSameValue(post.before?.frontmatter[key], post.after.frontmatter[key])) return [];
        return [
          finding(
            post.name,
            `${labelOf(post)} ${post.before?.frontmatter[key] === undefined ? 'gets' : post.after.frontmatter[key] === undefined ? 'loses' : 'changes'} ${key}:`,
            post.before?.frontmatter[key] === undefined
              ? `leave ${key}: out; link to where a text is from in the text`
              : `leave ${key}: as it was`,
            placeOfKey(post.after, key),
          ),
        ];
      }),
    ),
};
