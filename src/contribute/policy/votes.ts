import { labelOf, placeOfKey, readableChanges } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

export const votes: PolicyRule = {
  what: 'Votes are as they were, and a new post or comment has none.',
  why: 'Votes are counted by curators; a contributor who could write them could give them to themselves.',
  check: ({ change }) =>
    readableChanges(change).flatMap((post) => {
      const { name, before, after } = post;
      const was = before?.frontmatter.votes ?? 0;
      const is = after.frontmatter.votes;
      const ofPost =
        was === is
          ? []
          : [
              finding(
                name,
                before
                  ? `this changes the votes of ${labelOf(post)} from ${was} to ${is}`
                  : `${labelOf(post)} is new and has ${is} votes; it begins at 0`,
                before ? `write votes: ${was}` : 'leave the line votes: out',
                placeOfKey(after, 'votes'),
              ),
            ];
      const old = new Map(before?.frontmatter.comments.map((comment) => [keyOf(comment), comment.votes]));
      const ofComments = after.frontmatter.comments.flatMap((comment, index) => {
        const had = old.get(keyOf(comment)) ?? 0;
        if (had === comment.votes) return [];
        return [
          finding(
            name,
            `this gives a comment ${comment.votes} votes; it had ${had}`,
            had === 0 ? 'leave votes: of the comment out' : `write votes: ${had}`,
            after.placeOf(['comments', index]),
          ),
        ];
      });
      return [...ofPost, ...ofComments];
    }),
};

/** A comment whose text is mended has the votes that it had. */
function keyOf({ author, date, text }: { author: unknown; date?: string | undefined; text: string }): string {
  return JSON.stringify([author, date ?? text]);
}
