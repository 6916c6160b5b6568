import { foldName } from '../core/fold-name.ts';
import { visiblePart } from '../core/invisible.ts';
import { tagName, type TagName } from '../core/ids.ts';

/**
 * The tag of this archive for a tag or label of the source: in the form in which names are compared, hyphens for spaces and for signs that
 * a tag cannot have, at most 35 characters.
 * @returns undefined if nothing is left
 */
export function toTagName(text: string): TagName | undefined {
  const name = [
    ...visiblePart(foldName(text))
      .replace(/[^\p{L}\p{M}\p{Nd}.+#-]+/gu, '-')
      .replace(/-{2,}/g, '-')
      .replace(/^-+|-+$/g, ''),
  ]
    .slice(0, 35)
    .join('')
    .slice(0, 35)
    .replace(/-+$/, '');
  const result = tagName.safeParse(name);
  return result.success ? result.data : undefined;
}
