import { diffArrays } from 'diff';
import { safeText, shortened } from './safe-text.ts';

export type WordDiff = {
  /** The places that changed with some words around them, as safe Markdown: what went in `<del>`, what came in `<ins>`. */
  hunks: string[];
  /** How many words went and came. */
  removed: number;
  added: number;
};

/** Words shown on either side of a change. */
const around = 60;
/** Characters of one stretch of text that went or came. */
const longestPart = 400;
/** Characters of a hunk from which on the next change begins another. */
const longHunk = 900;
/** Texts that have more words than this in which they differ have nothing in common that would help a reader. */
const mostEdits = 1_500;

/** Compares two texts word by word. The same texts give no hunks. */
export function wordDiff(before: string, after: string, lang = 'en'): WordDiff {
  const [old, now] = [marked(before), marked(after)];
  const segments = (text: string) => Array.from(segmenterFor(lang).segment(text), ({ segment }) => segment);
  const changes = diffArrays(segments(old), segments(now), { maxEditLength: mostEdits });
  const parts = changes?.map(({ value, added, removed }) => ({ value: value.join(''), added, removed })) ?? [
    { value: old, removed: true, added: false },
    { value: now, removed: false, added: true },
  ];
  const diff: WordDiff = { hunks: [], removed: 0, added: 0 };
  const stretches = joined(parts);
  let hunk = '';
  stretches.forEach((stretch, index) => {
    if ('removed' in stretch) {
      diff.removed += countWords(stretch.removed);
      diff.added += countWords(stretch.added);
      hunk += changed(stretch);
      return;
    }
    const isFirst = index === 0;
    const isLast = index === stretches.length - 1;
    const text = stretch.kept;
    if (!isFirst && !isLast && text.length <= 2 * around) {
      hunk += context(text);
      if (hunk.length > longHunk) {
        diff.hunks.push(hunk);
        hunk = '';
      }
      return;
    }
    if (!isFirst) diff.hunks.push(hunk + context(start(text)));
    hunk = isLast ? '' : context(end(text));
  });
  if (hunk !== '') diff.hunks.push(hunk);
  return diff;
}

type Part = { value: string; added: boolean; removed: boolean };
type Stretch = { kept: string } | { removed: string; added: string };

/** Words that went or came one after the other, with only blanks between them, are read together. */
function joined(parts: readonly Part[]): Stretch[] {
  const stretches: Stretch[] = [];
  parts.forEach(({ value, added, removed }, index) => {
    const last = stretches.at(-1);
    const isChange = added || removed;
    const isBetween = value.trim() === '' && index < parts.length - 1;
    if (last && 'removed' in last && (isChange || isBetween)) {
      if (!added) last.removed += value;
      if (!removed) last.added += value;
    } else if (isChange) stretches.push({ removed: added ? '' : value, added: removed ? '' : value });
    else stretches.push({ kept: value });
  });
  return stretches;
}

function changed({ removed, added }: { removed: string; added: string }): string {
  const marked = (tag: 'del' | 'ins', text: string) => {
    if (text.trim() === '') return text === '' || (removed + added).trim() !== '' ? '' : `<${tag}>␣</${tag}>`;
    return `<${tag}>${safeText(shortened(text.trim(), longestPart))}</${tag}>`;
  };
  const before = leading(removed) || leading(added);
  const after = trailing(removed) || trailing(added);
  return `${before}${marked('del', removed)}${marked('ins', added)}${after}`;
}

/** How many words a text has, in any script. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenterFor('en').segment(text)) if (isWordLike) count += 1;
  return count;
}

/** Paragraphs are told from lines, since both are written on one line. */
function marked(text: string): string {
  return text
    .trim()
    .replace(/\n{2,}/g, ' ¶ ')
    .replace(/\s+/g, ' ');
}

function start(text: string): string {
  return text.length <= around ? text : `${text.slice(0, text.lastIndexOf(' ', around) + 1 || around)}…`;
}

function end(text: string): string {
  if (text.length <= around) return text;
  const at = text.indexOf(' ', text.length - around);
  return `…${text.slice(at === -1 ? text.length - around : at)}`;
}

/** Blanks at the ends are kept, since they part words from what went and came. */
function context(text: string): string {
  return text.trim() === '' ? (text === '' ? '' : ' ') : `${leading(text)}${safeText(text.trim())}${trailing(text)}`;
}

function leading(text: string): string {
  return /^\s/.test(text) ? ' ' : '';
}

function trailing(text: string): string {
  return /\s$/.test(text) ? ' ' : '';
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) segmenters.set(lang, (segmenter = new Intl.Segmenter(lang, { granularity: 'word' })));
  return segmenter;
}
