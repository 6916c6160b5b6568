import type { Place } from '../../core/diagnostic.ts';
import type { ParsedPost, PostChange } from '../change/content-change.ts';
import { isBy, nameOf } from './actor.ts';
import { isSameValue, labelOf, questionFields } from './fields.ts';
import { finding, type Finding, type PolicyRule } from './rule.ts';

export const otherAuthor: PolicyRule = {
  what: 'A post is changed by its author.',
  why: 'It is signed: what it says must be what its author said. A curator can take over a correction.',
  needsActor: true,
  check: ({ change, actor }) => [
    ...change.posts.flatMap((post): Finding[] => {
      const { before, after, name } = post;
      if (!before?.post || !after?.post || isBy(before.post.frontmatter.author, actor)) return [];
      const changed = changedParts(post);
      if (changed.length === 0) return [];
      return [
        finding(
          name,
          `this changes ${changed.join(', ')} of ${labelOf(post)}, which is by ${nameOf(before.post.frontmatter.author)}`,
          'say in the pull request what is wrong with it, or write an answer of your own',
          changed.includes('the text') ? firstDifference(before.post, after.post) : undefined,
        ),
      ];
    }),
    ...change.files.flatMap(({ place, name, before, after }) =>
      place.kind === 'picture' && before && after
        ? [finding(name, 'this replaces a picture that a post shows', 'add a picture under another name')]
        : [],
    ),
  ],
};

function firstDifference(before: ParsedPost, after: ParsedPost): Place {
  const old = before.body.split('\n');
  const line = after.body.split('\n').findIndex((text, index) => text !== old[index]);
  return { line: after.bodyLine + Math.max(0, line), column: 1 };
}

/** What other rules do not look at. */
function changedParts({ before, after }: PostChange): string[] {
  const [old, now] = [before?.post, after?.post];
  if (!old || !now) return [];
  const [was, is] = [questionFields(old), questionFields(now)];
  const parts = [
    ...(old.body.trimEnd() === now.body.trimEnd() ? [] : ['the text']),
    ...(['title', 'tags', 'lang'] as const).filter((key) => !isSameValue(was?.[key], is?.[key])),
    ...(['date', 'edited'] as const).filter((key) => old.frontmatter[key] !== now.frontmatter[key]),
  ];
  const isOnlyRewritten =
    isSameValue(old.frontmatter, now.frontmatter) && parts.length === 0 && before?.text !== after?.text;
  return isOnlyRewritten ? ['the spelling of the frontmatter or blank lines'] : parts;
}
