import { nearest } from '../../core/nearest.ts';
import { reporter } from './reporter.ts';
import type { ThreadRule } from './rule.ts';

const report = reporter('dangling-duplicate');

/** A duplicate points to the thread that has the answers, and not to itself. */
export const danglingDuplicate: ThreadRule = ({ folder, question, exists, threadNames }) => {
  const original = question?.frontmatter.duplicateOf;
  if (!question || original === undefined) return [];
  const place = question.placeOf(['duplicateOf']);
  if (original === folder.name)
    return [report(question.file, 'this question is a duplicate of itself', 'name the other thread', place)];
  if (exists(`threads/${original}/question.md`)) return [];
  const meant = nearest(
    original,
    threadNames.filter((name) => name[0] === original[0] && name !== folder.name),
  );
  return [
    report(
      question.file,
      `this question is a duplicate of ${original}, but there is no thread of that name`,
      meant === undefined ? 'write the name of the folder of the other thread' : `did you mean ${meant}?`,
      place,
    ),
  ];
};
