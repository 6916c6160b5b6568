import { finding, type PolicyRule } from './rule.ts';

export const authors: PolicyRule = {
  what: 'The file of an author is changed by that author.',
  why: 'It says who somebody is, and where else they are to be found.',
  check: ({ change, actor }) =>
    change.files.flatMap(({ place, name, after }) => {
      if (place.kind !== 'author' || (place.name === actor?.handle && after)) return [];
      return [
        finding(
          name,
          `this touches what is said about the author ${place.name}`,
          'change the file of your own handle alone',
        ),
      ];
    }),
};
