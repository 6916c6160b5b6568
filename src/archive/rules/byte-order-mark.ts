import { reporter } from './reporter.ts';
import type { FileRule } from './rule.ts';

const report = reporter('byte-order-mark', 'warning');

/** An invisible mark at the start confuses other tools that read frontmatter. */
export const byteOrderMark: FileRule = ({ file, hasByteOrderMark }) =>
  hasByteOrderMark
    ? [report(file, 'the file begins with a byte-order mark, which is ignored', 'save the file as UTF-8 without a BOM')]
    : [];
