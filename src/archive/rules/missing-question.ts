import { reporter } from './reporter.ts';
import type { ThreadRule } from './rule.ts';

const report = reporter('missing-question');

/** A thread begins with a question. What was meant as one and is none has been reported. */
export const missingQuestion: ThreadRule = ({ folder }) =>
  folder.hasQuestion || folder.questionRefused
    ? []
    : [
        folder.answers.length === 0 && folder.pictures.length === 0
          ? report(folder.file, 'the folder of this thread is empty', 'add question.md, or delete the folder')
          : report(
              folder.file,
              'the thread has no question.md',
              'add question.md, or move the answers to the thread they belong to',
            ),
      ];
