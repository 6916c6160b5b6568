import type { AuthorReference } from '../../core/schema/fields.ts';
import { anonymous } from '../../core/ids.ts';
import { isBy, nameOf } from './actor.ts';
import { isSameValue, labelOf, placeOfKey, readableChanges } from './fields.ts';
import { whoLooksLike } from './known-names.ts';
import { finding, type PolicyRule, type PolicySubject } from './rule.ts';

export const signature: PolicyRule = {
  what: 'A new post is signed by the one who hands it in, and no signature changes.',
  why: 'Anyone could otherwise put words into somebody’s mouth.',
  needsActor: true,
  check: (subject) =>
    readableChanges(subject.change).flatMap((post) => {
      const { name, before, after } = post;
      const { author } = after.frontmatter;
      const own = subject.actor?.handle;
      const fix = own === undefined ? 'ask a curator for a handle' : `write author: ${own}`;
      if (before) {
        const was = before.frontmatter.author;
        if (isSameValue(was, author)) return [];
        const message = `this changes the author of ${labelOf(post)} from ${nameOf(was)} to ${nameOf(author)}`;
        return [finding(name, message, 'leave the author as it was', placeOfKey(after, 'author'))];
      }
      const other = handleMeant(author, subject);
      if (other === undefined || isBy(author, subject.actor)) return [];
      const meant = typeof author === 'string' ? '' : `, which readers take for ${other}`;
      const message = `${labelOf(post)} is signed as ${nameOf(author)}${meant}, and was handed in by ${subject.actor?.account ?? 'somebody'}`;
      return [finding(name, message, fix, placeOfKey(after, 'author'))];
    }),
};

/** The handle that a signature stands for: its own, or that of a known author whom readers would take the name for. */
export function handleMeant(
  author: AuthorReference,
  { knownNames, actor }: Pick<PolicySubject, 'knownNames' | 'actor'>,
): string | undefined {
  if (typeof author === 'string') return author === anonymous ? undefined : author;
  return whoLooksLike(author.name, actor?.handle, knownNames);
}
