import { isPair, isScalar, visit, type Document, type Scalar } from 'yaml';
import type { Forbidden } from './forbidden-yaml.ts';

/** Keys whose values are text for readers, in which a # is more likely a part of the text than the start of a note. */
const textKeys = new Set(['title', 'name', 'description', 'closedReason', 'text']);
const listKeys = new Set(['tags', 'synonyms']);

/**
 * Finds text that YAML takes for a comment, and that would be lost: what stands behind ` #` in a text without quotation marks, and a tag that
 * is written as `#python`.
 * @param text that the document was read from
 */
export function lostInComments(document: Document, text: string): Forbidden[] {
  const found: Forbidden[] = [];
  visit(document, {
    Scalar(key, node, path) {
      const pair = path.at(-1);
      if (key !== 'value' || !isPair(pair) || !isScalar(pair.key) || node.type !== 'PLAIN') return;
      const name = String(pair.key.value);
      const lost = textKeys.has(name)
        ? behindText(name, node, text)
        : listKeys.has(name)
          ? inPlaceOfList(name, node, text)
          : undefined;
      if (lost) found.push(lost);
    },
  });
  return found;
}

function behindText(key: string, { range, source = '' }: Scalar, text: string): Forbidden | undefined {
  if (!range || source === '') return undefined;
  const [, blanks, comment] = /^([ \t]+)(#[^\n]*)/.exec(text.slice(range[1])) ?? [];
  if (blanks === undefined || comment === undefined) return undefined;
  const whole = `${text.slice(range[0], range[1]).replace(/\s+/g, ' ')}${blanks}${comment.trimEnd()}`;
  return {
    offset: range[1] + blanks.length,
    rule: 'lost-in-comment',
    message: `the ${key} ends here, and what follows is lost: behind a space, YAML takes # for the start of a comment`,
    fix: `put it in quotation marks: ${key}: ${quoted(whole)}`,
  };
}

/** A prefilled file may have `tags: # what it is about`; without a space it is a tag as other sites write them. */
function inPlaceOfList(key: string, { range, source = '' }: Scalar, text: string): Forbidden | undefined {
  if (!range || source !== '') return undefined;
  const [, blanks = '', comment] = /^([ \t]*)(#[^\s#][^\n]*)/.exec(text.slice(range[0])) ?? [];
  if (comment === undefined) return undefined;
  const names = comment.split(/[\s,]+/).map((name) => name.replace(/^#/, ''));
  return {
    offset: range[0] + blanks.length,
    rule: 'lost-in-comment',
    message: `the ${key} are lost: YAML takes # for the start of a comment`,
    fix: `write ${key} without #: ${key}: [${names.filter(Boolean).join(', ')}]`,
  };
}

function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
