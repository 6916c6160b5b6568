/** Characters that nobody sees: controls, marks of direction, joiners, fillers, variation selectors, tags, and the empty Braille pattern. */
const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;
const flag = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f}/gu;
const tag = /[\u{e0000}-\u{e007f}]/u;
const selector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const rightToLeft = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const withoutBlanks = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** What is to be seen of a text; white space counts as seen. */
export function visiblePart(text: string): string {
  return text.replace(unseen, (character) => (/\s/.test(character) && character !== '\ufeff' ? character : ''));
}

/** A character that nobody sees, by its offset in UTF-16 units and its name (`U+200B`). */
export type Unseen = { offset: number; name: string };

/**
 * The first unseen character that writing has no use for where it stands. These have: joiners inside words of scripts that join, and in emoji;
 * selectors behind what has variants; fillers in Hangul, Mongolian and Indic words; marks of direction in text with letters from right to
 * left; breaks between words of scripts without blanks; tags in flags.
 */
export function findUseless(text: string): Unseen | undefined {
  return find(text, (character, before, after) => {
    if (/[\u200c\u200d]/.test(character)) return isJoined(before) && isJoined(after);
    if (selector.test(character)) return /[^\p{ASCII}]|[0-9#*]/u.test(before) && !selector.test(before);
    if (/[\u115f\u1160\u3164\uffa0]/.test(character)) return /\p{Script=Hangul}/u.test(before + after);
    if (/[\u034f\u17b4\u17b5\u180b-\u180f]/.test(character)) return /[\p{M}\p{L}]/u.test(before) && before > '\u007f';
    if (/[\u061c\u200e\u200f]/.test(character)) return rightToLeft.test(text);
    return character === '\u200b' && withoutBlanks.test(before + after);
  });
}

/** The first character of a message that is hidden in text (tags outside of flags, selectors that select nothing), wherever it stands. */
export function findSmuggled(text: string): Unseen | undefined {
  return find(text, (character, before) => (selector.test(character) ? !selector.test(before) : !tag.test(character)));
}

export function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function isJoined(neighbour: string): boolean {
  return neighbour > '\u007f' && /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(neighbour);
}

function find(
  text: string,
  isUseful: (character: string, before: string, after: string) => boolean,
): Unseen | undefined {
  if (!mayHave.test(text)) return undefined;
  const flags = [...text.matchAll(flag)].map(({ 0: match, index }) => [index, index + match.length] as const);
  for (const { 0: character, index } of text.matchAll(unseen)) {
    if (/[\t\n\r]/.test(character)) continue;
    const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
    const after = [...text.slice(index + character.length, index + character.length + 2)][0] ?? '';
    if (flags.some(([start, end]) => index > start && index < end)) continue;
    if (!isUseful(character, before, after)) return { offset: index, name: nameOf(character) };
  }
  return undefined;
}

/** Most texts have none, and are not looked at a second time. */
const mayHave = /[^\P{Cc}\t\n\r]|[\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
