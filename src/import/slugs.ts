import { slugify } from '../core/slugify.ts';

/** As in `core/ids.ts`. */
const longest = 80;

/** Something that needs a slug: its id on the source and the text from which the slug is made. */
export type Nameable = { externalId: string; text: string };

/**
 * Gives everything a slug of its own, the same whatever order they come in. Of those whose text gives the same slug, the one
 * with the lowest id has it bare, the others with their id behind it; so later ones do not take the slug of earlier ones.
 * Without a word in the text the slug is made of `fallback` and the id.
 * @param kept slugs given by an earlier import, by id: they stay, whatever the text is now
 * @param taken slugs that others have: folders that a person made, words that the site uses
 */
export function assignSlugs(
  things: Iterable<Nameable>,
  fallback: string,
  kept: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): Map<string, string> {
  const slugs = new Map<string, string>();
  const used = new Set<string>([...taken, ...kept.values()]);
  const fresh: Nameable[] = [];
  for (const thing of things) {
    const slug = kept.get(thing.externalId);
    if (slug === undefined) fresh.push(thing);
    else slugs.set(thing.externalId, slug);
  }
  fresh.sort((a, b) => compareIds(a.externalId, b.externalId));
  for (const { externalId, text } of fresh) {
    const id = slugify(externalId) || 'x';
    const base = slugify(text);
    const slug = [base, withId(base || fallback, id)].find((candidate) => candidate !== '' && !used.has(candidate));
    const free = slug ?? firstFree(withId(base || fallback, id), used);
    used.add(free);
    slugs.set(externalId, free);
  }
  return slugs;
}

/** Orders ids of a source as people count: 9 before 10, and `a` before `b`. */
export function compareIds(a: string, b: string): number {
  return natural.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

const natural = new Intl.Collator('en', { numeric: true });

function withId(base: string, id: string): string {
  const room = longest - id.length - 1;
  return room < 1 ? id.slice(0, longest) : `${base.slice(0, room).replace(/-+$/, '')}-${id}`;
}

function firstFree(base: string, used: ReadonlySet<string>): string {
  for (let n = 2; ; n++) {
    const slug = withId(base, String(n));
    if (!used.has(slug)) return slug;
  }
}
