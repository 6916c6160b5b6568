import type { Diagnostic } from '../../core/diagnostic.ts';
import { reporter, type FileRule } from './rule.ts';

const error = reporter('invisible-characters');
const warning = reporter('invisible-characters', 'warning');

// Control characters but tab and newline, and the embeddings, overrides and isolates that reorder text on the screen.

const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Characters that nobody sees can make a reviewer read something else than what is published (CVE-2021-42574). In
 * frontmatter they have no use at all and are refused; in the text they are named, once a line.
 */
export const invisibleCharacters: FileRule = ({ file, text }) => {
  const found: Diagnostic[] = [];
  if (text.search(invisible) === -1) return found;
  let inFrontmatter = text.startsWith('---\n');
  text.split('\n').forEach((line, index) => {
    if (index > 0 && line.trimEnd() === '---') inFrontmatter = false;
    const at = line.search(invisible);
    if (at === -1) return;
    const code = line.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    const report = inFrontmatter ? error : warning;
    found.push(
      report(file, `has the invisible character U+${code} here`, 'delete it', { line: index + 1, column: at + 1 }),
    );
  });
  return found;
};
