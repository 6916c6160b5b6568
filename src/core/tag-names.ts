import type { TagName } from './ids.ts';

/** The tags by whose name a synonym goes: `py` → `python`. */
export type Synonyms = ReadonlyMap<TagName, TagName>;

/** Replaces synonyms by the tag they stand for and drops what is then there twice; the order stays. */
export function canonicalTags(tags: readonly TagName[], synonyms: Pick<Synonyms, 'get'>): TagName[] {
  return [...new Set(tags.map((tag) => synonyms.get(tag) ?? tag))];
}
