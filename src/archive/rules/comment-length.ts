import { reporter } from './reporter.ts';
import type { PostRule } from './rule.ts';

const error = reporter('comment-length');
const warning = reporter('comment-length', 'warning');

/** What is longer than a remark is an answer, or belongs into the post. */
export const commentLength: PostRule = ({ post, limits }) =>
  post.frontmatter.comments.flatMap(({ text }, index) => {
    const place = post.placeOf(['comments', index, 'text']);
    if (text.length > limits.commentCharacters)
      return [
        error(
          post.file,
          `a comment has ${text.length} characters; at most ${limits.commentCharacters} are kept`,
          'make it an answer, or shorten it',
          place,
        ),
      ];
    if (text.length > limits.commentCharactersWarning)
      return [
        warning(
          post.file,
          `a comment has ${text.length} characters; over ${limits.commentCharactersWarning} it is hard to read as a note`,
          'make it an answer, or work it into the post',
          place,
        ),
      ];
    return [];
  });
