import { nameOf, isBy } from './actor.ts';
import { labelOf } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

export const deletion: PolicyRule = {
  what: 'Posts and pictures stay.',
  why: 'Links lead to every post, and others have built on it; curators take away what must go.',
  check: ({ change, actor }) => {
    const lost = new Set(change.lost.map(({ slug }) => slug));
    const posts = change.posts.flatMap((post) => {
      // The answers of a thread that is gone are gone with it.
      if (post.after || (post.id !== undefined && lost.has(post.slug))) return [];
      const author = post.before?.post?.frontmatter.author;
      const whose = author === undefined ? '' : isBy(author, actor) ? ', which is your own' : `, by ${nameOf(author)}`;
      return [
        finding(
          post.name,
          `this deletes ${labelOf(post)}${whose}`,
          'put the file back; if it is wrong, improve it or ask a curator',
        ),
      ];
    });
    const pictures = change.files.flatMap(({ place, name, after }) =>
      place.kind === 'picture' && !after && !lost.has(place.slug)
        ? [finding(name, 'this deletes a picture', 'put the file back, or ask a curator')]
        : [],
    );
    return [...posts, ...pictures];
  },
};
