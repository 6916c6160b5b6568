import { aliasPath } from '../../core/urls.ts';
import { reporter } from './reporter.ts';
import type { ThreadRule } from './rule.ts';

const report = reporter('alias-conflict');

/** An alias is not the address of a page that a curator wrote. */
export const aliasHidesPage: ThreadRule = ({ question, exists }) =>
  (question?.frontmatter.aliases ?? []).flatMap((alias, index) => {
    const page = `pages/${aliasPath(alias)}.mdx`;
    if (!question || !exists(page)) return [];
    const message = `the alias ${alias} is the address of a page that a curator wrote, ${page}`;
    return [report(question.file, message, 'remove the alias', question.placeOf(['aliases', index]))];
  });
