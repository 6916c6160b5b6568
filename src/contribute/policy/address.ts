import { labelOf, placeOfKey, questionFields, readableChanges } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

export const address: PolicyRule = {
  what: 'Threads have the addresses that they had.',
  why: 'The folder of a thread is its address for good, and an alias could lead readers away from the thread they look for.',
  check: ({ change }) =>
    readableChanges(change).flatMap((post) => {
      const is = questionFields(post.after)?.aliases;
      if (!is) return [];
      const from = change.moved.get(post.slug);
      const was = questionFields(post.before)?.aliases ?? [];
      const added = is.filter((alias) => !was.includes(alias));
      const removed = was.filter((alias) => !is.includes(alias));
      const place = placeOfKey(post.after, 'aliases');
      if (from !== undefined) {
        return [
          finding(
            post.name,
            `this moves the thread ${from} to ${post.slug}`,
            'leave the folder as it is, and change the title alone',
            place,
          ),
        ];
      }
      return [
        ...added.map((alias) =>
          finding(post.name, `${labelOf(post)} takes the address ${alias}`, 'leave the alias out', place),
        ),
        ...removed.map((alias) =>
          finding(
            post.name,
            `${labelOf(post)} gives up the address ${alias}, so links to it break`,
            'keep the alias',
            place,
          ),
        ),
      ];
    }),
};
