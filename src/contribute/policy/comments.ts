import type { Comment } from '../../core/schema/fields.ts';
import { isBy, nameOf } from './actor.ts';
import { placeOfKey, readableChanges } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

export const comments: PolicyRule = {
  what: 'Comments are added by who signs them, and others stay as they are.',
  why: 'A comment is signed like a post, and stands in a file that others edit.',
  needsActor: true,
  check: ({ change, actor }) =>
    readableChanges(change).flatMap(({ name, before, after }) => {
      const was = before?.frontmatter.comments ?? [];
      const is = after.frontmatter.comments;
      const added = is.flatMap((comment, index) =>
        isBy(comment.author, actor) || was.some((other) => isSame(other, comment))
          ? []
          : [
              finding(
                name,
                `this adds or changes a comment by ${nameOf(comment.author)}`,
                'sign comments that you add, and leave others as they are',
                after.placeOf(['comments', index]),
              ),
            ],
      );
      const removed = was.flatMap((comment) =>
        isBy(comment.author, actor) ||
        is.some((other) => isSame(other, comment) || (other.author === comment.author && other.date === comment.date))
          ? []
          : [
              finding(
                name,
                `this takes away a comment by ${nameOf(comment.author)}`,
                'put it back',
                placeOfKey(after, 'comments'),
              ),
            ],
      );
      return [...added, ...removed];
    }),
};

/** Votes have a rule of their own. */
function isSame(a: Comment, b: Comment): boolean {
  return JSON.stringify([a.author, a.date, a.text]) === JSON.stringify([b.author, b.date, b.text]);
}
