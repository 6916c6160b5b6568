import type { TextStretch } from '../core/text-stretch.ts';
import type { RenderedPost } from '../core/thread.ts';
import { blocksOf, type TextBlock } from './text-blocks.ts';

/**
 * Where the blocks of code of a post that has some are among its words, counted from its first, as the index counts them. If it counts
 * otherwise than by blanks, as it does in languages that put none between words, the whole post counts as one.
 * @param words how many the index has of the post, with its comments
 */
export function codeStretches({ html, comments }: RenderedPost, words: number): TextStretch[] {
  const stretches: TextStretch[] = [];
  let at = 0;
  for (const block of blocksOf(html)) {
    const begin = at;
    at += wordsIn(block);
    if (block.isCode) stretches.push({ begin, end: at });
  }
  for (const comment of comments) for (const block of blocksOf(comment.html)) at += wordsIn(block);
  return at === words ? stretches : [{ begin: 0, end: words }];
}

function wordsIn({ text }: TextBlock): number {
  return text.split(' ').length;
}
