import { reporter, type PostRule } from './rule.ts';

const report = reporter('date-order');

/** Nothing is edited before it is written. Dates without a time are compared by day. */
export const dateOrder: PostRule = ({ post }) => {
  const { date, edited } = post.frontmatter;
  if (!date || !edited) return [];
  const length = Math.min(date.length, edited.length);
  return edited.slice(0, length) < date.slice(0, length)
    ? [
        report(
          post.file,
          `edited (${edited}) is before date (${date})`,
          'correct the one that is wrong',
          post.placeOf(['edited']),
        ),
      ]
    : [];
};
