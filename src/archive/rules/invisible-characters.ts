import type { Diagnostic } from '../../core/diagnostic.ts';
import { findInvisible } from '../invisible.ts';
import { reporter } from './reporter.ts';
import { findSmuggled, findUseless } from '../../core/invisible.ts';
import type { FileRule, PostRule } from './rule.ts';

const error = reporter('invisible-characters');
const warning = reporter('invisible-characters', 'warning');

/**
 * What is refused, and what is only named:
 *
 * - an error: controls and what reorders text in frontmatter, and a value of frontmatter in which nothing can be seen;
 * - an error of another name (`invalid-value`): any unseen character in a tag or a handle;
 * - a warning: controls and what reorders text in the body, by their number (`&#8238;`) too; in names, in code and in addresses every unseen
 *   character that has no use where it stands (`findUseless`); anywhere tags outside of flags, and selectors that select nothing.
 *
 * Soft hyphens, joiners, and spaces without width in text stay without a word: German, Persian and Thai need them.
 *
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

/** Names and titles: a name that only looks like another one, and a message hidden in a title. */
export const invisibleInNames: PostRule = ({ post }) => {
  const { author, comments } = post.frontmatter;
  const names = [author, ...comments.map((comment) => comment.author)].flatMap((one, index) => {
    const found = typeof one === 'string' ? undefined : findUseless(one.name);
    const path = index === 0 ? ['author', 'name'] : ['comments', index - 1, 'author', 'name'];
    return found ? [{ ...found, path, what: 'this name' }] : [];
  });
  const smuggled = 'title' in post.frontmatter ? findSmuggled(post.frontmatter.title) : undefined;
  return [...names, ...(smuggled ? [{ ...smuggled, path: ['title'], what: 'the title' }] : [])].map(
    ({ name, path, what }) =>
      warning(post.file, `${what} has the invisible character ${name}`, 'delete it', post.placeOf(path)),
  );
};
