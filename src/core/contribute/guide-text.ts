import { guideWords } from './guide-words.ts';
import { asGuideText } from './new-post.ts';

const guideMark = /^<!--\s*guide:/i;

/** The lines of all guides, the longest first, so that none is taken for a part of another. */
const knownLines = [...new Set(guideWords.flatMap((words) => Object.values(words).flatMap((text) => text.split('\n'))))]
  .map((line) => fold(asGuideText(line)))
  .sort((a, b) => b.length - a.length);

/** Whether a comment is one that a prefilled file explains itself with, or was one before somebody wrote into it. */
function beginsAsGuide(comment: string): boolean {
  return guideMark.test(comment);
}

/** Whether a comment is a guide as it came, in any language. Lines of it may be missing, or be wrapped otherwise. */
export function isGuide(comment: string): boolean {
  return beginsAsGuide(comment) && ownWords(comment) === '';
}

/**
 * Where a comment that began as a guide has words that no guide has: the offset of the first line of them in the comment.
 * @returns undefined if it is no guide, or has words of guides only
 */
export function textInGuide(comment: string): number | undefined {
  if (!beginsAsGuide(comment) || ownWords(comment) === '') return undefined;
  let offset = 0;
  for (const line of comment.split('\n')) {
    const [mark] = guideMark.exec(offset === 0 ? line : '') ?? [''];
    const words = fold(line.slice(mark.length).replace(/-->$/, ''));
    // A line of a guide may be wrapped into several.
    if (!knownLines.some((known) => known.includes(words)))
      return offset + mark.length + line.slice(mark.length).search(/\S/);
    offset += line.length + 1;
  }
  return 0;
}

/** What is in a comment beside the words of guides, its white space folded. */
function ownWords(comment: string): string {
  const inside = fold(comment.replace(guideMark, '').replace(/-->$/, ''));
  return fold(knownLines.reduce((left, line) => left.replace(line, ' '), inside));
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
