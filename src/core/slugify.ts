import anyAscii from 'any-ascii';

/** A title is cut to this at a word, so that addresses stay readable and there is room for an id behind. */
const readable = 60;

/**
 * A slug from text of any script: transliterated, lower case, words joined by hyphens, at most 60 characters cut at a word.
 * Letters and digits alone count: an emoji or a sign has a name but is no word of the title.
 * @returns '' if the text has no letter or digit
 */
export function slugify(text: string): string {
  const words = anyAscii(
    text
      .normalize('NFC')
      .replace(/['’]/g, '')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim(),
  )
    .toLowerCase()
    .replace(/'/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug !== '' && slug.length + 1 + word.length > readable) break;
    slug += slug === '' ? word.slice(0, readable) : `-${word}`;
  }
  return slug;
}
