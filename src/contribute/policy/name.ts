import { labelOf, placeOfKey, readableChanges } from './fields.ts';
import { nameOf } from './actor.ts';
import { finding, type PolicyRule } from './rule.ts';
import { handleMeant } from './signature.ts';

export const name: PolicyRule = {
  what: 'A new post is signed with a handle.',
  why: 'A name, or anonymous, is nobody’s in particular: nobody can tell whether it is right.',
  check: (subject) =>
    readableChanges(subject.change).flatMap((post) => {
      const { author } = post.after.frontmatter;
      if (post.before || handleMeant(author, subject) !== undefined) return [];
      return [
        finding(
          post.name,
          `${labelOf(post)} is signed as ${nameOf(author)}, which nobody can vouch for`,
          `write author: ${subject.actor?.handle ?? 'and your handle'}, if you like`,
          placeOfKey(post.after, 'author'),
        ),
      ];
    }),
};
