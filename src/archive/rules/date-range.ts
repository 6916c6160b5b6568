import type { PostRule } from './rule.ts';
import { reporter } from './reporter.ts';

const report = reporter('date-range');
const day = 24 * 60 * 60 * 1000;
/** Of years before this one it is likelier that a program filled in its zero than that somebody asked a question. */
const firstYear = 1000;

/**
 * No date is ahead of the clock by more than a day, which is what time zones and slow clocks explain: a thread from the future would stay
 * on top of listings and feeds. None is from before the year 1000.
 */
export const dateRange: PostRule = ({ post, now }) => {
  const { date, edited, source, counted, comments } = post.frontmatter;
  const dates: [path: (string | number)[], value: string | undefined][] = [
    [['date'], date],
    [['edited'], edited],
    [['source', 'retrieved'], source?.retrieved],
    [['counted', 'date'], counted?.date],
    ...comments.map((comment, index): [(string | number)[], string | undefined] => [
      ['comments', index, 'date'],
      comment.date,
    ]),
  ];
  return dates.flatMap(([path, value]) => {
    if (value === undefined) return [];
    if (Date.parse(value) > now + day) {
      const today = new Date(now).toISOString().slice(0, 10);
      const message = `${String(path.at(-1))} (${value}) is in the future: today is ${today}`;
      return [report(post.file, message, 'correct the date', post.placeOf(path))];
    }
    return Number(value.slice(0, 4)) < firstYear
      ? [
          report(
            post.file,
            `${String(path.at(-1))} (${value}) is before the year ${firstYear}, so it is hardly a date that somebody knew`,
            'correct the date, or remove the line',
            post.placeOf(path),
          ),
        ]
      : [];
  });
};
