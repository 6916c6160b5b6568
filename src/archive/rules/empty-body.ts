import { withoutComments } from '../../markdown/html-comments.ts';
import { reporter } from './reporter.ts';
import type { PostRule } from './rule.ts';

const report = reporter('empty-body');

/** A post is its text; comments of HTML, such as the guide in a prefilled file, are none. */
export const emptyBody: PostRule = ({ post }) =>
  withoutComments(post.body).trim() === ''
    ? [
        report(post.file, 'the post has no text below the frontmatter', 'write the question or the answer there', {
          line: post.bodyLine,
          column: 1,
        }),
      ]
    : [];
