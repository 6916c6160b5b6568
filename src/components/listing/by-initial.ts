import type { Tag } from '../../core/thread.ts';

/**
 * Tags in groups by their first letter, in the order of the language; those that begin with a digit or a sign come first, under `#`.
 * @param lang language whose alphabet orders them
 */
export function byInitial(tags: readonly Tag[], lang: string): [string, Tag[]][] {
  const collator = new Intl.Collator(lang, { numeric: true });
  const groups = new Map<string, Tag[]>();
  for (const tag of tags.toSorted((a, b) => collator.compare(a.name, b.name))) {
    const first = tag.name.normalize('NFD').slice(0, 1).toLocaleUpperCase(lang);
    const initial = /^\p{L}/u.test(first) ? first : '#';
    const group = groups.get(initial);
    if (group) group.push(tag);
    else groups.set(initial, [tag]);
  }
  return [...groups].sort(([a], [b]) => Number(b === '#') - Number(a === '#') || collator.compare(a, b));
}
