import { reporter, type ThreadRule } from './rule.ts';

const report = reporter('missing-question');

/** A thread begins with a question. */
export const missingQuestion: ThreadRule = ({ folder }) =>
  folder.hasQuestion
    ? []
    : [report(folder.file, 'has no question.md', 'add question.md, or move the answers to the thread they belong to')];
