import { reporter } from './reporter.ts';
import type { FileRule } from './rule.ts';

const report = reporter('line-ends', 'warning');

/** Windows line ends make every line of a file look changed in a pull request. */
export const lineEnds: FileRule = ({ file, hasCarriageReturns }) =>
  hasCarriageReturns
    ? [report(file, 'the file has Windows line ends (CRLF), which are read as LF', 'save the file with LF line ends')]
    : [];
