import { CannotEdit } from '../edit/frontmatter-editor.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { dates } from './dates.ts';
import { finalNewline } from './final-newline.ts';
import type { Fix, Fixer, FixSubject } from './fixer.ts';
import { guides } from './guides.ts';
import { keys } from './keys.ts';
import { lineEnds } from './line-ends.ts';
import { tags } from './tags.ts';
import { trailingSpace } from './trailing-space.ts';
import { votes } from './votes.ts';

/** In this order: those about bytes and lines make the file readable for those about frontmatter. */
const fixers: readonly Fixer[] = [
  byteOrderMark,
  lineEnds,
  guides,
  trailingSpace,
  finalNewline,
  keys,
  votes,
  dates,
  tags,
];

/**
 * Mends in the text of a file what can be mended without a person. A second time it finds nothing to do. Frontmatter that is not valid YAML is
 * left as it is.
 */
export function fixText(subject: FixSubject): Fix {
  return fixers.reduce<Fix>(
    ({ text, did }, fixer) => {
      const fix = tried(fixer, { ...subject, text });
      return fix ? { text: fix.text, did: [...did, ...fix.did] } : { text, did };
    },
    { text: subject.text, did: [] },
  );
}

function tried(fixer: Fixer, subject: FixSubject): Fix | undefined {
  try {
    return fixer(subject);
  } catch (error) {
    if (error instanceof CannotEdit) return undefined;
    throw error;
  }
}
