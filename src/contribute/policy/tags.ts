import { finding, type PolicyRule } from './rule.ts';

export const tags: PolicyRule = {
  what: 'The files of tags are as they were.',
  why: 'A synonym changes the tags of every question that has it.',
  check: ({ change }) =>
    change.files.flatMap(({ place, name }) =>
      place.kind === 'tag'
        ? [
            finding(
              name,
              `this touches the tag ${place.name}`,
              'make it a pull request of its own, for a curator to look at',
            ),
          ]
        : [],
    ),
};
