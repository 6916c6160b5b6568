import { finding, type PolicyRule } from './rule.ts';

export const threadMoved: PolicyRule = {
  what: 'A thread that is renamed or deleted leaves an alias.',
  why: 'Links to it, from other sites too, would break for good.',
  check: ({ change }) =>
    change.lost.map(({ slug, name }) =>
      finding(
        name,
        `the thread ${slug} is gone, and no alias leads from its address to another`,
        `write aliases: [${slug}] into the question that takes its place: the renamed one, or the one it is a duplicate of`,
      ),
    ),
};
