import { withText } from '../with-text.ts';
import { commentText, roomForComments, sizeOfComment } from '../comment-text.ts';
import type { ImportedAnswer, ImportedByline, ImportedPost, ImportedThread } from '../model.ts';
import type { Report } from '../report.ts';
import { toDate } from '../to-date.ts';
import { cleanBody } from './clean-body.ts';
import type { GithubComment, GithubDiscussion, GithubReply } from './discussion-schema.ts';
import { longestPlainComment } from './limits.ts';
import { commentId, discussionId, repositoryOf } from './post-id.ts';

/** A comment with the replies to it that can be read. */
export type CommentWithReplies = { comment: GithubComment; replies: GithubReply[] };

export type DiscussionContext = { retrieved: string | undefined; report: Report };

/** A discussion as a thread. Counts what it finds in the report. */
export function discussionToThread(
  discussion: GithubDiscussion,
  comments: readonly CommentWithReplies[],
  context: DiscussionContext,
): ImportedThread {
  const { report } = context;
  const id = discussionId(discussion);
  const site = repositoryOf(discussion.url) ?? 'GitHub';
  const post = (written: GithubDiscussion | GithubReply, externalId: string): ImportedPost =>
    postOf(written, externalId, site, discussion.url, context);
  const accepted = (one: GithubReply) => isAnswer(one, discussion);
  let acceptedId: string | undefined;
  const answers: ImportedAnswer[] = [];
  report.read('threads');

  const addAnswer = (written: GithubReply, externalId: string): ImportedAnswer => {
    const answer = { ...post(written, externalId), anchor: anchorOf(externalId) };
    if (accepted(written)) acceptedId = externalId;
    answers.push(answer);
    report.read('answers');
    return answer;
  };
  const seen = new Set<string>();
  const isRepeated = (postId: string, what: 'answers' | 'comments'): boolean => {
    if (!seen.has(postId)) {
      seen.add(postId);
      return false;
    }
    report.read(what);
    report.problem('same-id', postId, 'a second comment has this id; the first is kept', what);
    return true;
  };
  comments.forEach(({ comment, replies }, index) => {
    const place = `${id}/${index + 1}`;
    const answerId = commentId(comment) ?? place;
    if (isRepeated(answerId, 'answers')) {
      report.read('comments', replies.length);
      report.leaveOutMany('comments', 'same-id', replies.length);
      return;
    }
    const why = unwanted(comment) ?? empty(comment, replies);
    let answer: ImportedAnswer | undefined;
    if (why === undefined) answer = addAnswer(comment, answerId);
    else {
      report.read('answers');
      report.leaveOut(
        'answers',
        why.kind,
        answerId,
        `${why.message}${replies.length > 0 ? '; the replies to it are answers now' : ''}`,
      );
    }
    let room = roomForComments;
    replies.forEach((reply, replyIndex) => {
      const replyId = commentId(reply) ?? `${place}/${replyIndex + 1}`;
      if (isRepeated(replyId, 'comments')) return;
      const unwantedReply = unwanted(reply) ?? empty(reply, []);
      if (unwantedReply) {
        report.read('comments');
        report.leaveOut('comments', unwantedReply.kind, replyId, unwantedReply.message);
        return;
      }
      const { body, author, date, votes } = post(reply, replyId);
      const text = answer && !accepted(reply) ? commentText(body, longestPlainComment) : undefined;
      if (answer && text !== undefined && room > sizeOfComment(text)) {
        room -= sizeOfComment(text);
        answer.comments.push({
          externalId: replyId,
          isPost: true,
          author,
          ...(date === undefined ? {} : { date }),
          votes,
          text,
        });
        report.read('comments');
      } else {
        const reason = accepted(reply)
          ? 'it is the accepted answer'
          : text === undefined
            ? 'it is more than a comment can hold'
            : `${answerId} has no room for another comment`;
        if (answer)
          report.changed('reply-as-answer', replyId, `a reply to ${answerId} is an answer of its own: ${reason}`);
        addAnswer(reply, replyId);
      }
    });
  });
  return {
    externalId: id,
    title: discussion.title,
    question: withText(post(discussion, id), discussion.title, report),
    answers,
    ...(acceptedId === undefined ? missingAnswer(discussion) : { acceptedId }),
    tags: [...(discussion.labels?.nodes ?? []), discussion.category].flatMap((tag) => (tag ? [tag.name] : [])),
    status: discussion.closed ? 'closed' : 'open',
    ...(discussion.closed && discussion.stateReason ? { closedReason: reasonOf(discussion.stateReason) } : {}),
    aliases: [],
  };
}

function postOf(
  written: GithubDiscussion | GithubReply,
  externalId: string,
  site: string,
  page: string | null | undefined,
  { retrieved, report }: DiscussionContext,
): ImportedPost {
  const date = toDate(written.createdAt, externalId, report);
  const edited = toDate(written.lastEditedAt, externalId, report);
  const { text, shown } = cleanBody(written.body);
  const url = written.url ?? page;
  if (shown.length > 0)
    report.changed(
      'tag-shown',
      externalId,
      `these are shown as they were typed, which GitHub did not: ${[...new Set(shown)].slice(0, 5).join(' ')}`,
    );
  return {
    externalId,
    author: bylineOf(written.author),
    votes: written.upvoteCount ?? 0,
    ...(date === undefined ? {} : { date }),
    ...(edited === undefined ? {} : { edited }),
    source: {
      site,
      ...(url && URL.canParse(url) ? { url } : {}),
      id: externalId,
      ...(retrieved === undefined ? {} : { retrieved }),
    },
    body: text,
    comments: [],
  };
}

/** Nobody, for an account that is gone. */
function bylineOf(author: GithubReply['author']): ImportedByline {
  return author ? { externalId: author.login, name: author.login } : {};
}

function isAnswer(one: GithubReply, { answer }: GithubDiscussion): boolean {
  if (one.isAnswer) return true;
  return Boolean(
    answer &&
    ((answer.id && answer.id === one.id) ||
      (answer.url && answer.url === one.url) ||
      (answer.databaseId && answer.databaseId === one.databaseId)),
  );
}

/** What the discussion says of its answer, for the report, when the answer itself is not there. */
function missingAnswer({ answer }: GithubDiscussion): { acceptedId?: string } {
  const id = answer && (commentId(answer) ?? answer.id);
  return id ? { acceptedId: id } : {};
}

function unwanted({
  deletedAt,
  isMinimized,
  minimizedReason,
}: GithubReply): { kind: string; message: string } | undefined {
  if (deletedAt) return { kind: 'deleted-post', message: 'was deleted' };
  if (isMinimized && /^(?:spam|abuse)$/i.test(minimizedReason ?? ''))
    return { kind: 'hidden-post', message: `was hidden as ${minimizedReason?.toLowerCase()}` };
  return undefined;
}

/** A post without a text, to which nobody replied, says nothing. */
function empty({ body }: GithubReply, replies: readonly GithubReply[]): { kind: string; message: string } | undefined {
  return body.trim() === '' && replies.length === 0 ? { kind: 'empty-post', message: 'has no text' } : undefined;
}

function reasonOf(reason: string): string {
  const words: Readonly<Record<string, string>> = {
    RESOLVED: 'Resolved',
    OUTDATED: 'Outdated',
    DUPLICATE: 'Duplicate',
  };
  return words[reason] ?? reason;
}

/** `discussioncomment-12` is what the old page called it. */
function anchorOf(externalId: string): string {
  return externalId.replace(/^.*#discussion/, '').replace(/^.*\//, 'comment-');
}
