import { reporter } from './reporter.ts';
import type { PostRule } from './rule.ts';

const report = reporter('date-order');

/** Nothing is edited before it is written. Where one of the two has no time, days are compared. */
export const dateOrder: PostRule = ({ post }) => {
  const { date, edited } = post.frontmatter;
  if (!date || !edited) return [];
  const both = date.includes('T') && edited.includes('T');
  const isBefore = both ? Date.parse(edited) < Date.parse(date) : edited.slice(0, 10) < date.slice(0, 10);
  return isBefore
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
