import { placeholderAnswer, placeholderThread } from '../../core/contribute/new-post.ts';
import { reporter } from './reporter.ts';
import type { ThreadRule } from './rule.ts';

const report = reporter('placeholder-name');

/** The name is the address for good, and two files that were begun without a name of their own would take each other's place. */
export const placeholderName: ThreadRule = ({ folder }) => {
  const { name, file, answers } = folder;
  return [
    ...(name === placeholderThread
      ? [
          report(
            file,
            `the folder still has the name that the draft came with, ${placeholderThread}`,
            'rename the folder after what is asked, such as why-is-it-slow: that is the address of the question for good',
          ),
        ]
      : []),
    ...(answers.some(({ id }) => id === placeholderAnswer)
      ? [
          report(
            `${file}/answers/${placeholderAnswer}.md`,
            `the file still has the name that the draft came with, ${placeholderAnswer}`,
            'rename it after what the answer says, such as use-a-lock.md: that is the address of the answer for good',
          ),
        ]
      : []),
  ];
};
