import { nearest } from '../../core/nearest.ts';
import { reporter } from './reporter.ts';
import type { ThreadRule } from './rule.ts';

const report = reporter('dangling-accepted');

/** The accepted answer must be one of the thread's. */
export const danglingAccepted: ThreadRule = ({ folder, question }) => {
  const accepted = question?.frontmatter.accepted;
  if (!question || accepted === undefined) return [];
  const ids = folder.answers.map(({ id }) => id);
  if (ids.includes(accepted)) return [];
  const meant = nearest(accepted, ids);
  return [
    report(
      question.file,
      `the question accepts the answer ${accepted}, but there is no answers/${accepted}.md`,
      meant
        ? `did you mean ${meant}?`
        : ids.length > 0
          ? `the answers are ${ids.join(', ')}`
          : 'remove accepted: the thread has no answers yet',
      question.placeOf(['accepted']),
    ),
  ];
};
