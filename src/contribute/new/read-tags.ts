import { tagName, type TagName } from '../../core/ids.ts';
import { canonicalTags, type Synonyms } from '../../core/tag-names.ts';

/** Reads tags as people type them: capitals and blanks are mended, synonyms replaced. */
export function readTags(texts: readonly string[], synonyms: Synonyms): { tags: TagName[]; problems: string[] } {
  const tags: TagName[] = [];
  const problems: string[] = [];
  for (const text of texts.map((one) => one.trim()).filter(Boolean)) {
    const tag = tagName.safeParse(text.toLowerCase().normalize('NFC').replace(/\s+/g, '-'));
    if (tag.success) tags.push(tag.data);
    else problems.push(`${JSON.stringify(text)} cannot be a tag: it ${tag.error.issues[0]?.message ?? ''}.`);
  }
  return { tags: canonicalTags(tags, synonyms), problems };
}
