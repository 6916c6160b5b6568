import { labelOf } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

export const unreadable: PolicyRule = {
  what: 'A post can be read before and after a change.',
  why: 'Of what cannot be read nobody can say what it changes.',
  check: ({ change }) =>
    change.posts.flatMap((post) => {
      if (post.after && !post.after.post) {
        const [problem] = post.after.problems;
        const reason = problem ? `: ${problem.message}` : '';
        return [
          finding(
            post.name,
            `${labelOf(post)} cannot be read, so nobody can say what changes${reason}`,
            problem?.fix ?? 'make it a plain file of text',
            problem,
          ),
        ];
      }
      if (!post.after || !post.before || post.before.post) return [];
      return [
        finding(
          post.name,
          `${labelOf(post)} could not be read before this change, so nobody can say what changes`,
          'a curator has to look at it',
        ),
      ];
    }),
};
