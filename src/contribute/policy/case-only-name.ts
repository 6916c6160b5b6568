import { finding, type PolicyRule } from './rule.ts';

export const caseOnlyName: PolicyRule = {
  what: 'No two names differ in case alone.',
  why: 'macOS and Windows keep only one of them, so one file hides the other.',
  check: ({ change, paths }) => {
    const added = change.files.filter(({ before, after }) => after && !before);
    if (added.length === 0) return [];
    const wanted = new Set(added.flatMap(({ path }) => folders(path).map(fold)));
    const spellings = new Map<string, Set<string>>();
    const gone = change.files.filter(({ after }) => !after).map(({ path }) => path);
    // Of two names that differ in case, one has a capital.
    const haveCapitals = added.some(({ path }) => fold(path) !== path);
    for (const path of [...paths(), ...gone]) {
      if (!haveCapitals && fold(path) === path) continue;
      for (const folder of folders(path)) {
        const key = fold(folder);
        if (wanted.has(key)) spellings.set(key, (spellings.get(key) ?? new Set()).add(folder));
      }
    }
    return added.flatMap(({ path, name }) => {
      const other = folders(path).flatMap((folder) =>
        [...(spellings.get(fold(folder)) ?? [])].filter((spelling) => spelling !== folder),
      )[0];
      if (other === undefined) return [];
      return [
        finding(
          name,
          `this name differs from ${JSON.stringify(other)} in case alone`,
          'use another name, or the one that is there',
        ),
      ];
    });
  },
};

/** A path and the folders above it. */
function folders(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
