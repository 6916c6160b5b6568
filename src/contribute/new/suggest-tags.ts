import type { TagName } from '../../core/ids.ts';
import { canonicalTags, type Synonyms } from '../../core/tag-names.ts';
import { words } from '../../core/words.ts';

/** How many tags are suggested: a question with more is about several things. */
const most = 5;

/**
 * The tags of an archive whose words all occur in a text, by the number of threads that have them.
 * @param counts how many threads have a tag
 * @param synonyms a synonym in the text suggests the tag that it stands for
 */
export function suggestTags(text: string, counts: ReadonlyMap<TagName, number>, synonyms: Synonyms): TagName[] {
  const said = new Set(words(text));
  const isSaid = (tag: string) => said.has(tag) || tag.split('-').every((part) => part !== '' && said.has(part));
  const found = canonicalTags([...counts.keys(), ...synonyms.keys()].filter(isSaid), synonyms);
  return found.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, most);
}
