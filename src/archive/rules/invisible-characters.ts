import type { Diagnostic } from '../../core/diagnostic.ts';
import { findInvisible } from '../invisible.ts';
import { reporter } from './reporter.ts';
import type { FileRule } from './rule.ts';

const error = reporter('invisible-characters');
const warning = reporter('invisible-characters', 'warning');

/**
 * Characters that nobody sees can make a reviewer read something else than what is published (CVE-2021-42574). In
 * frontmatter they have no use at all and are refused; in the text they are named, once a line.
 */
export const invisibleCharacters: FileRule = ({ file, text }) => {
  const found: Diagnostic[] = [];
  if (!findInvisible(text)) return found;
  let inFrontmatter = text.startsWith('---\n');
  text.split('\n').forEach((line, index) => {
    if (index > 0 && line.trimEnd() === '---') inFrontmatter = false;
    const here = findInvisible(line);
    if (!here) return;
    const report = inFrontmatter ? error : warning;
    found.push(
      report(file, `the text has the invisible character ${here.name} here`, 'delete it', {
        line: index + 1,
        column: here.offset + 1,
      }),
    );
  });
  return found;
};
