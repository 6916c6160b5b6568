import type { Comment } from '../../core/schema/fields.ts';
import { authorSpan, signatureText } from './post-facts.ts';
import { safeText, shortened } from './safe-text.ts';
import { wordDiff } from './word-diff.ts';

const mostComments = 20;
const longestComment = 500;

/** The comments of a post that is new or goes: who wrote each, when, and what it says. */
export function commentList(comments: readonly Comment[]): string[] {
  return listed(comments.length === 1 ? 'A comment' : `${comments.length} comments`, comments.map(shown));
}

/** Which comments came, went, or say something else. One that is told by its author and day from all others, before and after, is the same. */
export function commentChanges(before: readonly Comment[], after: readonly Comment[]): string[] {
  const [old, now] = [new Set(before.map(whole)), new Set(after.map(whole))];
  const gone = before.filter((comment) => !now.has(whole(comment)));
  const come = after.filter((comment) => !old.has(whole(comment)));
  const changed = come.flatMap((comment) => {
    const was = onlyOne(gone, comment);
    return was && onlyOne(come, comment) ? [{ was, is: comment }] : [];
  });
  const paired = new Set(changed.flatMap(({ was, is }) => [was, is]));
  return [
    ...listed('New comments', come.filter((comment) => !paired.has(comment)).map(shown)),
    ...listed('Deleted comments', gone.filter((comment) => !paired.has(comment)).map(shown)),
    ...listed(
      'Changed comments',
      changed.map(({ was, is }) => `${head(is)}: ${wordDiff(asText(was), asText(is)).hunks.slice(0, 3).join(' ')}`),
    ),
  ];
}

function listed(label: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const more = items.length > mostComments ? [`- … and ${items.length - mostComments} more`] : [];
  return [`${label}:`, '', ...items.slice(0, mostComments).map((item) => `- ${item}`), ...more, ''];
}

function shown(comment: Comment): string {
  const votes = comment.votes === 0 ? '' : `, ${comment.votes} votes`;
  return `${head(comment)}${votes}: ${safeText(shortened(comment.text, longestComment))}`;
}

function head({ author, date }: Comment): string {
  return `${authorSpan(author)}${date === undefined ? '' : `, ${date}`}`;
}

/** What may differ in a comment that is the same. */
function asText({ votes, text }: Comment): string {
  return votes === 0 ? text : `${text} (${votes} votes)`;
}

function whole({ author, date, votes, text }: Comment): string {
  return JSON.stringify([author, date, votes, text]);
}

function onlyOne(comments: readonly Comment[], { author, date }: Comment): Comment | undefined {
  const same = comments.filter((other) => other.date === date && signatureText(other.author) === signatureText(author));
  return same.length === 1 ? same[0] : undefined;
}
