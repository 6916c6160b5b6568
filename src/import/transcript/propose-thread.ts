import type { Block } from './blocks.ts';
import { furnitureReason, isAcceptedMark, isAnswersHeading, isThanks } from './furniture.ts';

/** A post of a proposal: the blocks of its text, and the comments, a block each. */
type ProposedPost = { body: Block[]; comments: Block[] };

/** Something that the text does not say, and how it was decided. */
export type Guess = { block: Block; kind: string; message: string };

export type Proposal = {
  title: string;
  question: ProposedPost;
  answers: ProposedPost[];
  /** Index of the answer that the page marks as accepted. */
  accepted?: number;
  guesses: Guess[];
  /** What is not in the thread, with why. */
  furniture: { block: Block; message: string }[];
};

/**
 * Proposes a thread for the text of a page: the first line is the title, the next block asks, each further block answers; words of
 * thanks are a comment on what stands before them; code and the block after it belong to the post before them. Each line
 * is in the proposal or in its furniture.
 * @returns undefined if there is no text
 */
export function proposeThread(blocks: readonly Block[]): Proposal | undefined {
  const { text, furniture } = sift(blocks);
  const [head, ...rest] = text;
  const title = head?.lines[0]?.trim();
  if (!head || title === undefined) return undefined;
  const below = head.lines.slice(1);
  const bodies = below.length > 0 ? [{ ...head, lines: below, line: head.line + 1 }, ...rest] : rest;
  const guesses: Guess[] = [
    { block: { ...head, lines: [title] }, kind: 'guessed-title', message: 'the first line is taken for the title' },
  ];
  const question: ProposedPost = { body: [], comments: [] };
  const proposal: Proposal = { title, question, answers: [], guesses, furniture };
  const heading = bodies.findIndex((block) => block.lines.length === 1 && isAnswersHeading(block.lines[0] ?? ''));
  let current: ProposedPost | undefined;
  let acceptedNext = false;
  bodies.forEach((block, index) => {
    const line = block.lines[0] ?? '';
    if (index === heading) {
      furniture.push({ block, message: 'stands between question and answers' });
      current = undefined;
    } else if (block.lines.length === 1 && isAcceptedMark(line)) {
      furniture.push({ block, message: 'marks the answer after it as accepted' });
      acceptedNext = true;
    } else if (question.body.length === 0 || (heading > index && !isThanks(block.lines.join(' ')))) {
      question.body.push(block);
      current = question;
      guesses.push({
        block,
        kind: 'guessed-question',
        message:
          heading > index
            ? 'what stands before the answers is taken for the question'
            : 'what follows the title is taken for the question',
      });
    } else if (current && (block.isCode || continues(current.body.at(-1)))) {
      current.body.push(block);
      guesses.push({ block, kind: 'guessed-same-post', message: 'is taken for a part of the post before it' });
    } else if (current && block.lines.length <= 2 && isThanks(block.lines.join(' '))) {
      current.comments.push(block);
      guesses.push({
        block,
        kind: 'guessed-comment',
        message: 'words of thanks or agreement are taken for a comment on the post before them',
      });
    } else {
      current = { body: [block], comments: [] };
      if (acceptedNext) proposal.accepted = proposal.answers.length;
      acceptedNext = false;
      proposal.answers.push(current);
      guesses.push({ block, kind: 'guessed-answer', message: 'is taken for an answer of its own' });
    }
  });
  return proposal;
}

/** Whether a post goes on after this block: what follows code mostly speaks of it. */
function continues(block: Block | undefined): boolean {
  return block?.isCode ?? false;
}

/** Parts furniture from text: lines at the start or end of a block, or all of it. */
function sift(blocks: readonly Block[]): { text: Block[]; furniture: Proposal['furniture'] } {
  const furniture: Proposal['furniture'] = [];
  const text = blocks.flatMap((block): Block[] => {
    if (block.isCode) return [block];
    const kept: { line: string; number: number }[] = [];
    block.lines.forEach((line, index) => {
      const message = furnitureReason(line);
      if (message === undefined) kept.push({ line, number: block.line + index });
      else furniture.push({ block: { lines: [line.trim()], line: block.line + index, isCode: false }, message });
    });
    return kept.length === 0
      ? []
      : [{ ...block, lines: kept.map(({ line }) => line), line: kept[0]?.number ?? block.line }];
  });
  return { text, furniture };
}
