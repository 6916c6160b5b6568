import { commentText, roomForComments, sizeOfComment } from '../comment-text.ts';
import type { ImportedAnswer, ImportedByline, ImportedPost, ImportedThread } from '../model.ts';
import type { Report } from '../report.ts';
import { toDate } from '../to-date.ts';
import { withText } from '../with-text.ts';
import { withEmoji } from './emoji.ts';
import { addressOf, postId, type Forum } from './forum.ts';
import { readablePosts } from './readable-posts.ts';
import type { DiscoursePost, DiscourseTopic } from './topic-schema.ts';

/** The longest reply that becomes a comment, in characters of Markdown. */
export const longestComment = 600;

export type TopicContext = {
  forum: Forum | undefined;
  /** Names of categories by their ids. */
  categories: ReadonlyMap<number, string>;
  retrieved: string | undefined;
  /** The body of a post as Markdown. */
  toMarkdown: (post: DiscoursePost, topic: DiscourseTopic) => string;
  report: Report;
};

type Draft = { post: DiscoursePost; body: string };

/**
 * A topic as a thread: the first post asks; a reply to a post is a comment below it if it is short running text, and an answer
 * otherwise. Counts what it finds in the report.
 * @param posts the topic's posts in any order, small actions among them
 * @returns undefined, with a problem in the report, if the question is missing
 */
export function topicToThread(
  topic: DiscourseTopic,
  posts: readonly DiscoursePost[],
  context: TopicContext,
): ImportedThread | undefined {
  const { forum, report, toMarkdown } = context;
  const id = String(topic.id);
  const shown = readablePosts(posts, topic, report);
  const [first, ...replies] = shown.map((post): Draft => ({ post, body: toMarkdown(post, topic) }));
  report.read('threads');
  if (topic.deleted_at ?? first?.post.deleted_at) {
    report.leaveOut('threads', 'deleted-topic', id, `the topic ${JSON.stringify(topic.title)} was deleted`);
    report.read('answers', replies.length);
    report.leaveOutMany('answers', 'deleted-topic', replies.length);
    return undefined;
  }
  if (first?.post.post_number !== 1) {
    report.problem(
      'no-question',
      id,
      `the topic ${JSON.stringify(topic.title)} has no first post here, so it is left out; fetch it again from /t/${id}.json`,
      'threads',
    );
    report.read('answers', shown.length);
    report.leaveOutMany('answers', 'no-question', shown.length);
    return undefined;
  }
  const question = withText(postOf(first, topic, context), topic.title, report);
  if (first.post.user_deleted || first.post.hidden) {
    report.changed(
      'deleted-question',
      id,
      'the question was deleted or hidden; what the forum shows in its place comes over, by anonymous',
    );
    question.author = {};
  }
  const acceptedNumber =
    topic.accepted_answer?.post_number ?? replies.find(({ post }) => post.accepted_answer)?.post.post_number;
  const answers: ImportedAnswer[] = [];
  // The post that a comment on each post goes to: itself, or, for a comment, the post that it is on.
  const hosts = new Map<number, ImportedPost>([[1, question]]);
  const room = new Map<ImportedPost, number>();
  for (const draft of replies) {
    const { post } = draft;
    const host = post.reply_to_post_number ? hosts.get(post.reply_to_post_number) : undefined;
    const text = host && post.post_number !== acceptedNumber ? commentText(draft.body, longestComment) : undefined;
    const left = host && (room.get(host) ?? roomForComments) - sizeOfComment(text ?? '');
    if (host && text !== undefined && left !== undefined && left > 0) {
      const { externalId, author, date, votes } = postOf({ post, body: '' }, topic, context);
      host.comments.push({ externalId, isPost: true, author, ...(date === undefined ? {} : { date }), votes, text });
      hosts.set(post.post_number, host);
      room.set(host, left);
      report.read('comments');
    } else {
      const answer = { ...postOf(draft, topic, context), anchor: `post-${post.post_number}` };
      if (text !== undefined)
        report.changed('comment-as-answer', answer.externalId, `${host?.externalId} has no room for another comment`);
      answers.push(answer);
      hosts.set(post.post_number, answer);
      report.read('answers');
    }
  }
  if (topic.accepted_answer === null) {
    report.info('accepted-deleted', id, 'says that an answer was accepted, but not which: it was deleted or withdrawn');
  }
  const category =
    topic.category_id === null || topic.category_id === undefined
      ? undefined
      : context.categories.get(topic.category_id);
  return {
    externalId: id,
    title: withEmoji(topic.title),
    question,
    answers,
    ...(acceptedNumber === undefined ? {} : { acceptedId: postId(topic.id, acceptedNumber) }),
    tags: [...(topic.tags ?? []), ...(category === undefined ? [] : [category])],
    status: topic.closed || topic.archived ? 'closed' : 'open',
    ...closedReason(topic, posts),
    aliases: forum
      ? [...(/^[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u.test(topic.slug) ? [`t/${topic.slug}/${id}`] : []), `t/${id}`]
      : [],
  };
}

function postOf(
  { post, body }: Draft,
  topic: DiscourseTopic,
  { forum, retrieved, report }: TopicContext,
): ImportedPost {
  const id = postId(topic.id, post.post_number);
  const date = toDate(post.created_at, id, report);
  const edited = post.version > 1 ? toDate(post.updated_at, id, report) : undefined;
  return {
    externalId: id,
    author: bylineOf(post),
    votes: post.actions_summary?.find((action) => action.id === 2)?.count ?? 0,
    ...(date === undefined ? {} : { date }),
    ...(edited === undefined || edited === date ? {} : { edited }),
    source: {
      site: forum?.site ?? 'Discourse',
      ...(forum ? { url: addressOf(forum, topic, post.post_number) } : {}),
      id,
      ...(retrieved === undefined ? {} : { retrieved }),
    },
    body,
    comments: [],
  };
}

/** Nobody, for a post whose author is gone. */
function bylineOf({ username, user_id }: DiscoursePost): ImportedByline {
  return username ? { externalId: String(user_id ?? username), name: username } : {};
}

/** What a moderator wrote when closing. */
function closedReason(topic: DiscourseTopic, posts: readonly DiscoursePost[]): { closedReason?: string } {
  const act = posts.findLast(({ action_code }) => /^(?:autoclosed|closed|archived)\.enabled$/.test(action_code ?? ''));
  const words = act?.cooked
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (topic.closed || topic.archived) && words ? { closedReason: words } : {};
}
