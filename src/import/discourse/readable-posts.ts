import type { Report } from '../report.ts';
import { postId } from './forum.ts';
import type { DiscoursePost, DiscourseTopic } from './topic-schema.ts';

const reasons = {
  'deleted-post': 'was deleted',
  'hidden-post': 'was hidden by the community',
  whisper: 'was for the staff alone',
  'empty-post': 'has no text',
} as const;

/** The posts that are for readers, in order. What was taken back, hidden or is empty is left out, counted as an answer; small actions are not posts. */
export function readablePosts(posts: readonly DiscoursePost[], topic: DiscourseTopic, report: Report): DiscoursePost[] {
  const replied = new Set(posts.map(({ reply_to_post_number }) => reply_to_post_number));
  const seen = new Set<number>();
  return posts
    .filter((post) => {
      if (post.post_type === 3) return false;
      if (seen.has(post.post_number)) {
        const id = postId(topic.id, post.post_number);
        report.read('answers');
        report.problem('same-id', id, 'a second post has this number; the first is kept', 'answers');
        return false;
      }
      seen.add(post.post_number);
      const reason = reasonToLeaveOut(post);
      if (reason === undefined || post.post_number === 1) return true;
      report.read('answers');
      const more = replied.has(post.post_number) ? '; replies to it are answers now' : '';
      report.leaveOut(
        'answers',
        reason,
        postId(topic.id, post.post_number),
        `${reasons[reason]}, so it is left out${more}`,
      );
      return false;
    })
    .sort((a, b) => a.post_number - b.post_number);
}

function reasonToLeaveOut(post: DiscoursePost): keyof typeof reasons | undefined {
  if (post.deleted_at || post.user_deleted) return 'deleted-post';
  if (post.hidden) return 'hidden-post';
  if (post.post_type === 4) return 'whisper';
  return (post.raw ?? post.cooked).trim() === '' ? 'empty-post' : undefined;
}
