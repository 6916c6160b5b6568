import type { KnownNames } from './known-names.ts';
import { finding, type PolicyRule } from './rule.ts';

export const authors: PolicyRule = {
  what: 'The file of an author is changed by that author.',
  why: 'It says who somebody is, and where else they are to be found.',
  check: ({ change, actor, knownNames }) =>
    change.files.flatMap(({ place, name, after }) => {
      if (place.kind !== 'author') return [];
      if (place.name === actor?.handle && after) {
        const other = namesake(place.name, knownNames);
        if (other === undefined) return [];
        return [
          finding(name, `readers take the name of ${place.name} for ${other}`, 'use a name that tells you apart'),
        ];
      }
      return [
        finding(
          name,
          `this touches what is said about the author ${place.name}`,
          'change the file of your own handle alone',
        ),
      ];
    }),
};

/** Another author whose name or handle looks like that of a known one. */
function namesake(handle: string, knownNames: KnownNames): string | undefined {
  const shared = [...knownNames.values()]
    .map((handles) => [...handles])
    .find((handles) => handles.some((one) => one === handle) && handles.length > 1);
  return shared?.find((one) => one !== handle);
}
