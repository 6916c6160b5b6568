import type { Element } from 'hast';
import { nameToEmoji } from 'gemoji';

/** Names that Discourse has from other sets, beside those of GitHub. */
const others: Readonly<Record<string, string>> = {
  angry_face: '😠',
  cowboy: '🤠',
  face_with_monocle: '🧐',
  face_with_raised_eyebrow: '🤨',
  face_with_symbols_over_mouth: '🤬',
  facepalm: '🤦',
  frowning_face: '☹️',
  grinning_face_with_star_eyes: '🤩',
  hugs: '🤗',
  hugging_face: '🤗',
  laugh: '😆',
  money_mouth: '🤑',
  nerd: '🤓',
  rolling_eyes: '🙄',
  rofl: '🤣',
  shrug: '🤷',
  slight_frown: '🙁',
  slight_smile: '🙂',
  smiling_face_with_three_hearts: '🥰',
  thinking_face: '🤔',
  upside_down: '🙃',
  zipper_mouth: '🤐',
  zany_face: '🤪',
};

const tones: Readonly<Record<string, string>> = { t2: '🏻', t3: '🏼', t4: '🏽', t5: '🏾', t6: '🏿' };

/** The character for a name such as `slight_smile` or `thumbsup:t3`; undefined for those a forum has made itself. */
function emojiOf(name: string): string | undefined {
  const [base = '', tone] = name.split(':');
  const emoji = nameToEmoji[base] ?? others[base];
  return emoji === undefined || tone === undefined ? emoji : `${emoji.replace('\u{fe0f}', '')}${tones[tone] ?? ''}`;
}

/** Puts characters in the place of names between colons: in titles, and in text that is not code. */
export function withEmoji(text: string): string {
  return text.replace(
    /(?<![\w:]):([a-z0-9_+-]+(?::t[2-6])?):(?!\w)/gi,
    (whole, name: string) => emojiOf(name) ?? whole,
  );
}

/** What a picture that stands for an emoji says: the character, or its name between colons if it is the forum's own. */
export function emojiText(picture: Element): string {
  const shown = String(picture.properties['alt'] ?? picture.properties['title'] ?? '');
  const name = /^:(.+):$/.exec(shown)?.[1];
  return (name === undefined ? undefined : emojiOf(name)) ?? shown;
}
